package org.basin.data;

import org.basin.linalg.Matrix;
import org.basin.nn.ImageShape;
import org.basin.nn.Model;
import org.basin.nn.Parameters;

/**
 * The data that a trial learns from: a finite {@link TrainingSet}, a stream of {@link
 * FreshSamples}, or a {@link Population} with a closed form. It is immutable, so lanes with the
 * same data seed share it.
 */
public interface Data {

  /** The number of features of an input. */
  int inputs();

  /** The number of outputs in a label. */
  int outputs();

  /**
   * The direction v that determines the labels (y = sgn⟨v, x⟩ or y = ⟨v, x⟩), for probes that
   * measure an angle to it.
   *
   * @return (inputs × 1) of norm 1; null if the labels have no such direction
   */
  default Matrix direction() {
    return null;
  }

  /** The teacher network, which made the labels; null if there is none. */
  default Model teacherModel() {
    return null;
  }

  /**
   * The parameters of the teacher network, for probes that measure a student's distance from it.
   *
   * @return the parameters, which must not be modified; null if there is no teacher network
   */
  default Parameters teacherParameters() {
    return null;
  }

  /**
   * The population that the examples are drawn from.
   *
   * @return null if its loss has no known closed form
   */
  default Population population() {
    return null;
  }

  /** The examples held out for choosing among trials; null for none. */
  default Examples validation() {
    return null;
  }

  /** The examples held out for testing the chosen trials; null for none. */
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

  /** The shape of the images that inputs are; null if inputs are not images. */
  default ImageShape image() {
    return null;
  }
}
