package org.basin.probe.paper;

import java.util.ArrayList;
import java.util.List;

/**
 * One arc of the circle of input weights on which no input changes its side of the activation. On
 * it, G(φ) = Σ_i z_i h(x_i; (cos φ, sin φ)) = offset + height·cos(degree·(φ − top)).
 *
 * @param from the start of the arc, in radians
 * @param to the end of the arc, in radians, &gt; {@code from}
 * @param degree the degree of homogeneity of a neuron in its input weight: 1 or 2
 * @param offset the mean of the cosine, in the unit of N
 * @param height the amplitude of the cosine, ≥ 0, in the unit of N
 * @param top a maximum of the cosine, in radians; it may lie outside the arc
 * @param scale Σ|z_i|‖x_i‖^degree, with which rounding errors are compared
 */
record ActivationArc(
    double from, double to, int degree, double offset, double height, double top, double scale) {

  /**
   * A local maximum of G.
   *
   * @param angle its angle, in radians
   * @param value G there
   * @param isKink whether G has a kink there, with different slopes on its two sides
   */
  record Crest(double angle, double value, boolean isKink) {}

  /** Computes the arc of a neuron with two inputs. */
  static ActivationArc of(NeuronCorrelation pull, double from, double to) {
    double[] middle = {Math.cos((from + to) / 2), Math.sin((from + to) / 2)};
    double[] weights = pull.weights(middle);
    int degree = pull.degree();
    double[] form = new double[3]; // Σ z c (xx, xy, yy) for degree 2; Σ z c (x, y) for degree 1.
    double scale = 0;
    for (int i = 0; i < weights.length; i++) {
      double x = pull.inputs().get(0, i);
      double y = pull.inputs().get(1, i);
      double c = weights[i];
      scale += Math.abs(pull.z(i)) * Math.pow(Math.hypot(x, y), degree);
      form[0] += degree == 1 ? c * x : c * x * x;
      form[1] += degree == 1 ? c * y : c * x * y;
      form[2] += degree == 1 ? 0 : c * y * y;
    }
    if (degree == 1) {
      double height = Math.hypot(form[0], form[1]);
      return new ActivationArc(from, to, 1, 0, height, Math.atan2(form[1], form[0]), scale);
    }
    double difference = (form[0] - form[2]) / 2;
    return new ActivationArc(
        from,
        to,
        2,
        (form[0] + form[2]) / 2,
        Math.hypot(difference, form[1]),
        Math.atan2(form[1], difference) / 2,
        scale);
  }

  /** The maxima inside this arc, and the one at its end if G has an upward kink there. */
  List<Crest> crests(ActivationArc next, double slack) {
    List<Crest> crests = new ArrayList<>();
    double period = 2 * Math.PI / degree;
    double first = top + Math.ceil((from - slack - top) / period) * period;
    if (height > 1e-12 * scale) {
      for (double angle = first; angle <= to + slack; angle += period) {
        crests.add(new Crest(angle, offset + height, false));
      }
    }
    double rounding = 1e-9 * scale;
    if (slope(to) > rounding && next.slope(to) < -rounding) {
      crests.add(new Crest(to, offset + height * Math.cos(degree * (to - top)), true));
    }
    return crests;
  }

  /** The slope dG/dφ. */
  private double slope(double angle) {
    return -degree * height * Math.sin(degree * (angle - top));
  }
}
