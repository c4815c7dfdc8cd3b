package org.basin.data;

import org.basin.linalg.Matrix;
import org.basin.nn.ImageShape;
import org.basin.nn.Model;
import org.basin.nn.Parameters;

/**
 * What a trial learns from: a finite {@link TrainingSet}, a stream of {@link FreshSamples}, or a
 * {@link Population} known in closed form. Immutable, so lanes with one data seed share one.
 */
public interface Data {

  /** How many features an input has. */
  int inputs();

  /** How many numbers a label has. */
  int outputs();

  /**
   * The direction v that the labels were made with (y = sgn⟨v, x⟩, y = ⟨v, x⟩), for the probes that
   * measure an angle to it.
   *
   * @return (inputs × 1) of norm 1; null if the labels have no such direction
   */
  default Matrix direction() {
    return null;
  }

  /** The network that made the labels; null if none did. */
  default Model teacherModel() {
    return null;
  }

  /**
   * The parameters of the network that made the labels, for the probes that measure how far a
   * student is from it.
   *
   * @return not to be modified; null if no network made them
   */
  default Parameters teacherParameters() {
    return null;
  }

  /**
   * The law that the examples are drawn from, where its loss is known in closed form.
   *
   * @return null if it is not
   */
  default Population population() {
    return null;
  }

  /** Examples held out for choosing among trials; null for none. */
  default Examples validation() {
    return null;
  }

  /** Examples held out for judging what was chosen; null for none. */
  default Examples test() {
    return null;
  }

  /**
   * How much memory its examples use, in numbers (each a double, and also a float where trained in
   * float).
   */
  default double memory() {
    return 0;
  }

  /** How the features of an input lie in an image; null if inputs are no images. */
  default ImageShape image() {
    return null;
  }
}
