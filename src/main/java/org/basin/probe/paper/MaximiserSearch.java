package org.basin.probe.paper;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.UnitSphereSampler;
import org.basin.linalg.Elimination;
import org.basin.linalg.Matrix;
import org.basin.nn.Neural;
import org.basin.settings.RandomStreams;

/**
 * Searches for local maximisers with N₁ &gt; 0 on the unit sphere of any dimension, for a neuron
 * without output weight. There N₁(w) = Σ z_i h(x_i; w) = wᵀAw, and A is constant as long as no
 * input changes its side of the activation.
 *
 * <p>From each of a number of random starts it iterates w ← (A + s)w/‖(A + s)w‖, with s so large
 * that N₁(w) + s‖w‖² is convex; so N₁ increases at every step (Kolda &amp; Mayo 2011, "Shifted
 * power method"). Then Rayleigh quotient iteration, which converges cubically, refines the point as
 * long as it stays near. The search misses a maximiser that no start leads to, so more starts find
 * more.
 */
final class MaximiserSearch {

  /** A point with a larger KKT residual than this does not count as a maximiser. */
  private static final double FOUND = 1e-11;

  /** Two maximisers at a smaller angle than this, in radians, count as one. */
  private static final double SAME = 1e-7;

  /**
   * The distance, in radians, at which higher points are tried, because a KKT point may be a saddle
   * of N₁.
   */
  private static final double BESIDE = 1e-4;

  private static final int CLIMBS = 2_000;
  private static final int ROUNDS = 20;

  private final NeuronCorrelation pull;
  private final double shift;

  private MaximiserSearch(NeuronCorrelation pull) {
    this.pull = pull;
    this.shift = shift(pull);
  }

  /**
   * Finds maximisers, the largest N₁ first.
   *
   * @param inputs (inputs × examples)
   * @param z the labels z (examples)
   * @param starts the number of random starts
   */
  static List<Maximiser> onSphere(Neural model, Matrix inputs, double[] z, int starts) {
    MaximiserSearch search = new MaximiserSearch(new NeuronCorrelation(model, inputs, z, 2, 1));
    // A probe uses its own stream, because it must not draw from the trial's.
    UniformRandomProvider stream = RandomStreams.stream(0, "maximisers");
    UnitSphereSampler sphere = UnitSphereSampler.of(stream, inputs.rows());
    List<Maximiser> found = new ArrayList<>();
    for (int i = 0; i < starts; i++) {
      double[] w = search.climb(sphere.sample());
      if (w != null) {
        FlatVector neuron = new FlatVector(w);
        double value = search.pull.value(w);
        if (value > 0 && found.stream().noneMatch(m -> m.neuron().angleTo(neuron) < SAME)) {
          found.add(new Maximiser(neuron, Double.NaN, value, search.pull.kkt(w)));
        }
      }
    }
    found.sort(Comparator.comparingDouble(Maximiser::ncf).reversed());
    return List.copyOf(found);
  }

  /** Climbs from {@code w} to a maximiser; null if N₁ does not become positive. */
  private double[] climb(double[] w) {
    for (int round = 0; round < ROUNDS; round++) {
      for (int i = 0; i < CLIMBS; i++) {
        double[] next = pull.gradient(w);
        for (int d = 0; d < w.length; d++) {
          next[d] = next[d] / 2 + shift * w[d];
        }
        if (!normalise(next)) {
          return null; // N₁ is 0 in a neighbourhood.
        }
        boolean still = new FlatVector(next).distanceTo(new FlatVector(w), 1) < 1e-9;
        w = next;
        if (still) {
          break;
        }
      }
      double[] polished = polish(w);
      if (polished != null) {
        double[] higher = higher(polished);
        if (higher == null) {
          return polished;
        }
        w = higher;
      }
    }
    return null;
  }

  /** A point near w along an axis with a larger N₁; null if there is none, as at a maximiser. */
  private double[] higher(double[] w) {
    double value = pull.value(w);
    for (int d = 0; d < w.length; d++) {
      for (double step : new double[] {BESIDE, -BESIDE}) {
        double[] other = w.clone();
        other[d] += step;
        normalise(other);
        if (pull.value(other) > value * (1 + 1e-13)) {
          return other;
        }
      }
    }
    return null;
  }

  /** Runs Rayleigh quotient iteration; null if it leaves the neighbourhood or does not converge. */
  private double[] polish(double[] from) {
    double[] w = from;
    for (int i = 0; i < 6 && pull.kkt(w) > 1e-15; i++) {
      double quotient = pull.value(w);
      double[] next = Elimination.solve(shifted(w, quotient), w);
      if (next == null) { // The system is singular, so the quotient is moved slightly off the
        // eigenvalue.
        next = Elimination.solve(shifted(w, quotient * (1 + 1e-14)), w);
      }
      if (next == null || !normalise(next)) {
        break;
      }
      if (new FlatVector(next).inner(new FlatVector(w)) < 0) {
        for (int d = 0; d < w.length; d++) {
          next[d] = -next[d];
        }
      }
      w = next;
    }
    boolean near = new FlatVector(w).angleTo(new FlatVector(from)) < 1e-2;
    return near && pull.kkt(w) <= FOUND ? w : null;
  }

  /** The rows of A − quotient·I at {@code w}. */
  private double[][] shifted(double[] w, double quotient) {
    double[] weights = pull.weights(w);
    double[][] a = new double[w.length][w.length];
    for (int d = 0; d < w.length; d++) {
      a[d][d] = -quotient;
    }
    for (int i = 0; i < weights.length; i++) {
      for (int r = 0; weights[i] != 0 && r < w.length; r++) {
        for (int c = 0; c < w.length; c++) {
          a[r][c] += weights[i] * pull.inputs().get(r, i) * pull.inputs().get(c, i);
        }
      }
    }
    return a;
  }

  /** An upper bound of −λ_min(A) for every A: the trace of the negative part, over both sides. */
  private static double shift(NeuronCorrelation pull) {
    double shift = 0;
    for (int i = 0; i < pull.inputs().columns(); i++) {
      double[] x = new double[pull.inputs().rows()];
      double[] back = new double[x.length];
      double square = 0;
      for (int d = 0; d < x.length; d++) {
        x[d] = pull.inputs().get(d, i);
        back[d] = -x[d];
        square += x[d] * x[d];
      }
      double least = Math.min(pull.weights(x)[i], pull.weights(back)[i]);
      shift += Math.max(0, -least) * square;
    }
    return shift;
  }

  private static boolean normalise(double[] w) {
    double norm = new FlatVector(w).norm();
    for (int d = 0; d < w.length; d++) {
      w[d] /= norm;
    }
    return norm > 0 && Double.isFinite(norm);
  }
}
