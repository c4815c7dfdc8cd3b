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
 * Local maximisers with N₁ &gt; 0 of a neuron without output weight, N₁(w) = Σ z_i h(x_i; w) = wᵀAw
 * with A constant where no input changes sides, on the unit sphere of any dimension.
 *
 * <p>From each of so many random starts, w ← (A + s)w/‖(A + s)w‖ with s so large that N₁(w) + s‖w‖²
 * is convex, which climbs at every step (Kolda &amp; Mayo 2011, "Shifted power method"); then
 * Rayleigh quotient iteration, cubic, for as long as it stays near. A maximiser that no start
 * climbs to is missed: more starts, fewer misses.
 */
final class MaximiserSearch {

  /** A KKT residual above this is not a maximiser found. */
  private static final double FOUND = 1e-11;

  /** Maximisers at a smaller angle (radians) are one. */
  private static final double SAME = 1e-7;

  /** How far (radians) to look for higher points: a KKT point may be a saddle of N₁. */
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
   * The maximisers found, the greatest N₁ first.
   *
   * @param inputs (inputs × examples)
   * @param z (examples)
   */
  static List<Maximiser> onSphere(Neural model, Matrix inputs, double[] z, int starts) {
    MaximiserSearch search = new MaximiserSearch(new NeuronCorrelation(model, inputs, z, 2, 1));
    // A stream of its own: a probe draws nothing from the trial's.
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

  /** The maximiser above {@code w}; null if N₁ is nowhere positive above it. */
  private double[] climb(double[] w) {
    for (int round = 0; round < ROUNDS; round++) {
      for (int i = 0; i < CLIMBS; i++) {
        double[] next = pull.gradient(w);
        for (int d = 0; d < w.length; d++) {
          next[d] = next[d] / 2 + shift * w[d];
        }
        if (!normalise(next)) {
          return null; // N₁ is 0 all around.
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

  /** A higher point beside w along an axis; null if there is none, as at a maximiser. */
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

  /** Rayleigh quotient iteration; null if it leads away or does not arrive. */
  private double[] polish(double[] from) {
    double[] w = from;
    for (int i = 0; i < 6 && pull.kkt(w) > 1e-15; i++) {
      double quotient = pull.value(w);
      double[] next = Elimination.solve(shifted(w, quotient), w);
      if (next == null) { // Singular: a quotient beside the eigenvalue does as well.
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

  /** A − quotient·I at {@code w}, by rows. */
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

  /** At least −(the least eigenvalue of any A): the trace of its negative part, on either side. */
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
