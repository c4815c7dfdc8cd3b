package org.basin.train.probes;

import java.util.ArrayList;
import java.util.List;
import org.basin.nn.Matrix;
import org.basin.nn.Neural;

/**
 * One arc of the circle of input weights on which no input changes sides, so that G(φ) = Σ_i z_i
 * h(x_i; (cos φ, sin φ)) = offset + height·cos(degree·(φ − top)).
 *
 * @param from where it starts, radians
 * @param to where it ends, &gt; {@code from}
 * @param degree of homogeneity of a neuron in its input weight: 1 or 2
 * @param offset in the unit of N
 * @param height ≥ 0, in the unit of N
 * @param top a crest of the cosine, radians; perhaps outside the arc
 * @param scale Σ|z_i|‖x_i‖^degree, against which rounding is judged
 */
record Arc(
    double from, double to, int degree, double offset, double height, double top, double scale) {

  /** A local maximum of G. */
  record Crest(double angle, double value) {}

  /**
   * @param inputs (2 × examples)
   * @param z (examples)
   * @param output the neuron's output weight, if the model has them
   */
  static Arc of(
      Neural model, Matrix inputs, double[] z, int degree, double output, double from, double to) {
    double[] middle = {Math.cos((from + to) / 2), Math.sin((from + to) / 2)};
    double[] h = model.neuron(middle, output, inputs);
    double[] form = new double[3]; // Σ z c xx, xy, yy for degree 2; Σ z c x, y for degree 1.
    double scale = 0;
    for (int i = 0; i < z.length; i++) {
      double x = inputs.get(0, i);
      double y = inputs.get(1, i);
      double side = x * middle[0] + y * middle[1];
      scale += Math.abs(z[i]) * Math.pow(Math.hypot(x, y), degree);
      if (side == 0) {
        continue; // The zero input.
      }
      // What the activation multiplies this side's power by: 0, 1, a leak.
      double c = z[i] * h[i] / (degree == 1 ? side : side * side);
      form[0] += degree == 1 ? c * x : c * x * x;
      form[1] += degree == 1 ? c * y : c * x * y;
      form[2] += degree == 1 ? 0 : c * y * y;
    }
    if (degree == 1) {
      double height = Math.hypot(form[0], form[1]);
      return new Arc(from, to, 1, 0, height, Math.atan2(form[1], form[0]), scale);
    }
    double difference = (form[0] - form[2]) / 2;
    return new Arc(
        from,
        to,
        2,
        (form[0] + form[2]) / 2,
        Math.hypot(difference, form[1]),
        Math.atan2(form[1], difference) / 2,
        scale);
  }

  /** The crests inside this arc, and the one at its end if G has a kink upwards there. */
  List<Crest> crests(Arc next, double slack) {
    List<Crest> crests = new ArrayList<>();
    double period = 2 * Math.PI / degree;
    double first = top + Math.ceil((from - slack - top) / period) * period;
    if (height > 1e-12 * scale) {
      for (double angle = first; angle <= to + slack; angle += period) {
        crests.add(new Crest(angle, offset + height));
      }
    }
    double rounding = 1e-9 * scale;
    if (slope(to) > rounding && next.slope(to) < -rounding) {
      crests.add(new Crest(to, offset + height * Math.cos(degree * (to - top))));
    }
    return crests;
  }

  /** dG/dφ. */
  private double slope(double angle) {
    return -degree * height * Math.sin(degree * (angle - top));
  }
}
