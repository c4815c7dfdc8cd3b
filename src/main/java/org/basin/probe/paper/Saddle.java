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
 * How a network's neurons split near a saddle (w̄_n, 0): w_n, the neurons that stand at the saddle,
 * and w_z, the small rest. At the origin w_n is empty and w_z is all of w. Kumar &amp; Haupt
 * (2024), Section 5.
 *
 * <p>Owned by one probe: keeps the split of the last {@link #mark}.
 */
final class Saddle {

  private static final String NEURONS = "saddle";
  private static final String ABOVE = "saddle-above";

  /** What a probe of the small part is told; without either key, the saddle is the origin. */
  static final List<Key> KEYS =
      List.of(
          Key.reals(NEURONS, Range.atLeast(0), "the neurons of w_n, counted from 0; absent: none")
              .optional(),
          Key.real(ABOVE, Range.POSITIVE, "or: w_n is every neuron of a greater norm").optional());

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
   * @throws SpecException if they do not fit the model
   */
  static Saddle of(Section section, Model model) {
    boolean byNumber = section.has(NEURONS);
    if (!byNumber && !section.has(ABOVE)) {
      return new Saddle(null, null, Double.NaN);
    }
    if (byNumber && section.has(ABOVE)) {
      throw new SpecException(
          section.path() + "." + ABOVE, "is given besides saddle, must be only one of them");
    }
    if (!(model instanceof Neural neural)) {
      throw new SpecException(
          section.path() + "." + (byNumber ? NEURONS : ABOVE),
          "is given, must be absent: the model has no hidden layer of its own");
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

  /** Whether w_n is empty whatever w is. */
  boolean isOrigin() {
    return model == null;
  }

  /** Splits the neurons by where {@code w} is. */
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

  /** (w_n, 0), a copy of {@code w}. */
  Parameters large(Parameters w) {
    return without(w, false);
  }

  /** (0, w_z): a copy of {@code w}, or at the origin {@code w} itself. */
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
