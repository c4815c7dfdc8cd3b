package org.basin.probe.paper;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.basin.linalg.Matrix;
import org.basin.nn.Neural;

/**
 * A local maximiser of a neuron's correlation function N₁ on the unit sphere, with N₁ &gt; 0. Kumar
 * &amp; Haupt (2024), Section 3.
 *
 * @param neuron the maximiser, of norm 1: the input weight, then the output weight if there is one
 * @param angle the angle of the input weight with the first axis, in radians in (−π, π]; NaN unless
 *     there are two inputs
 * @param ncf N₁ there
 * @param kkt ‖∇N₁ − (ŵᵀ∇N₁)ŵ‖/‖∇N₁‖ there; NaN at a kink of N₁
 */
record Maximiser(FlatVector neuron, double angle, double ncf, double kkt) {

  /** Two angles closer than this, in radians, count as equal. */
  private static final double SAME = 1e-11;

  /**
   * All local maximisers for two inputs, the largest N₁ first.
   *
   * <p>Between neighbouring angles of the input weight at which some x_iᵀw = 0, N₁ is one quadratic
   * form of the weight (or one sinusoid of the angle, with output weights), whose maxima have a
   * closed form. With output weights ±v, N₁ = v‖w‖·G(angle) is largest on the sphere at v = ‖w‖ =
   * 1/√2.
   *
   * @param inputs (2 × examples)
   * @param z the labels z (examples)
   * @param hasOutputs whether each neuron has an output weight
   */
  static List<Maximiser> onCircle(Neural model, Matrix inputs, double[] z, boolean hasOutputs) {
    List<Maximiser> found = new ArrayList<>();
    double half = Math.sqrt(0.5);
    for (double sign : hasOutputs ? new double[] {1, -1} : new double[] {1}) {
      NeuronCorrelation pull = new NeuronCorrelation(model, inputs, z, hasOutputs ? 1 : 2, sign);
      for (ActivationArc.Crest crest : crests(pull)) {
        double x = Math.cos(crest.angle());
        double y = Math.sin(crest.angle());
        double angle = Math.atan2(y, x);
        FlatVector neuron =
            hasOutputs ? new FlatVector(half * x, half * y, half * sign) : new FlatVector(x, y);
        double kkt = crest.isKink() ? Double.NaN : pull.kkt(new double[] {x, y});
        found.add(
            new Maximiser(neuron, angle, hasOutputs ? crest.value() / 2 : crest.value(), kkt));
      }
    }
    found.sort(Comparator.comparingDouble(Maximiser::ncf).reversed());
    return List.copyOf(found);
  }

  private static List<ActivationArc.Crest> crests(NeuronCorrelation pull) {
    double[] breaks = breaks(pull.inputs());
    List<ActivationArc> arcs = new ArrayList<>();
    for (int i = 0; i < breaks.length; i++) {
      double end = i + 1 < breaks.length ? breaks[i + 1] : breaks[0] + 2 * Math.PI;
      arcs.add(ActivationArc.of(pull, breaks[i], end));
    }
    List<ActivationArc.Crest> crests = new ArrayList<>();
    for (int i = 0; i < arcs.size(); i++) {
      ActivationArc next = arcs.get((i + 1) % arcs.size());
      for (ActivationArc.Crest crest : arcs.get(i).crests(next, SAME)) {
        if (crest.value() > 0 && crests.stream().noneMatch(c -> isSame(c, crest))) {
          crests.add(crest);
        }
      }
    }
    return crests;
  }

  /** The distinct angles in [0, 2π) at which an input is orthogonal to the weight, sorted. */
  private static double[] breaks(Matrix inputs) {
    double[] all = new double[2 * inputs.columns()];
    for (int i = 0; i < inputs.columns(); i++) {
      double angle = Math.atan2(inputs.get(1, i), inputs.get(0, i));
      all[2 * i] = turn(angle + Math.PI / 2);
      all[2 * i + 1] = turn(angle - Math.PI / 2);
    }
    Arrays.sort(all);
    int kept = 1;
    for (double angle : all) {
      if (angle - all[kept - 1] > SAME) {
        all[kept++] = angle;
      }
    }
    return Arrays.copyOf(all, kept);
  }

  private static boolean isSame(ActivationArc.Crest a, ActivationArc.Crest b) {
    return Math.abs(Math.IEEEremainder(a.angle() - b.angle(), 2 * Math.PI)) <= 10 * SAME;
  }

  private static double turn(double angle) {
    return angle < 0 ? angle + 2 * Math.PI : angle;
  }
}
