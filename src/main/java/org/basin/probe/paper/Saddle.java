package org.basin.probe.paper;

import java.util.List;
import org.basin.linalg.Matrix;
import org.basin.nn.Model;
import org.basin.nn.Neural;
import org.basin.nn.Parameters;
import org.basin.settings.Key;
import org.basin.settings.Range;
import org.basin.settings.Section;
import org.basin.settings.SpecException;

/**
 * Splits a network's neurons near a saddle (w̄_n, 0) into w_n, the neurons at the saddle, and w_z,
 * the other neurons, which are small. At the origin, w_n is empty and w_z is all of w. Kumar &amp;
 * Haupt (2024), Section 5.
 *
 * <p>One probe owns it. It keeps the split of the last {@link #mark}.
 */
final class Saddle {

  private static final String NEURONS = "saddle";
  private static final String ABOVE = "saddle-above";

  /** The keys of a probe of w_z. Without either key, the saddle is the origin. */
  static final List<Key> KEYS =
      List.of(
          Key.reals(NEURONS, Range.atLeast(0), "neurons of w_n, counted from 0; absent: none")
              .optional(),
          Key.real(
                  ABOVE,
                  Range.POSITIVE,
                  "norm above which a neuron belongs to w_n; an alternative to saddle")
              .optional());

  private final Neural model;
  private final double above;
  private boolean[] large;

  private Saddle(Neural model, boolean[] large, double above) {
    this.model = model;
    this.above = above;
    this.large = large;
  }

  /**
   * The split that a probe's settings describe.
   *
   * @throws SpecException if the settings do not fit the model
   */
  static Saddle of(Section section, Model model) {
    boolean byNumber = section.has(NEURONS);
    if (!byNumber && !section.has(ABOVE)) {
      return new Saddle(null, null, Double.NaN);
    }
    if (byNumber && section.has(ABOVE)) {
      throw new SpecException(
          section.path() + "." + ABOVE, "is given, and so is saddle: give only one of them");
    }
    if (!(model instanceof Neural neural)) {
      throw new SpecException(
          section.path() + "." + (byNumber ? NEURONS : ABOVE),
          "is given, must be absent: the model has no single hidden layer");
    }
    boolean[] listed = new boolean[neural.neurons()];
    if (!byNumber) {
      return new Saddle(neural, listed, section.real(ABOVE));
    }
    for (double number : section.reals(NEURONS)) {
      if (number != Math.rint(number) || number >= listed.length) {
        throw new SpecException(
            section.path() + "." + NEURONS,
            "has " + number + ", must be whole numbers below " + listed.length);
      }
      listed[(int) number] = true;
    }
    return new Saddle(neural, listed, Double.POSITIVE_INFINITY);
  }

  /** Whether w_n is empty for every w. */
  boolean isOrigin() {
    return model == null;
  }

  /** Splits the neurons according to the weights {@code w}. */
  void mark(Parameters w) {
    if (isOrigin() || Double.isInfinite(above)) {
      return;
    }
    large = new boolean[model.neurons()];
    for (int j = 0; j < large.length; j++) {
      large[j] = FlatVector.neuron(model.inputWeights(w), model.outputWeights(w), j).norm() > above;
    }
  }

  /** Whether neuron {@code j} belongs to w_z. */
  boolean isSmall(int j) {
    return isOrigin() || !large[j];
  }

  /** The weights (w_n, 0), a copy of {@code w}. */
  Parameters large(Parameters w) {
    return without(w, false);
  }

  /** The weights (0, w_z), a copy of {@code w}; at the origin, {@code w} itself. */
  Parameters small(Parameters w) {
    return isOrigin() ? w : without(w, true);
  }

  private Parameters without(Parameters w, boolean size) {
    Parameters part = w.copy();
    Matrix inputs = model.inputWeights(part);
    Matrix outputs = model.outputWeights(part);
    for (int j = 0; j < large.length; j++) {
      if (large[j] == size) {
        for (int c = 0; c < inputs.columns(); c++) {
          inputs.set(j, c, 0);
        }
        for (int r = 0; outputs != null && r < outputs.rows(); r++) {
          outputs.set(r, j, 0);
        }
      }
    }
    return part;
  }
}
