package org.basin.data;

import org.apache.commons.rng.UniformRandomProvider;
import org.basin.nn.Matrix;

/** An input law and a labelling from which every step draws new examples. */
public interface FreshSamples extends Data {

  /**
   * Draws as many examples as {@code inputs} has columns.
   *
   * @param stream advanced by what the inputs take; labels draw nothing
   * @param inputs (inputs × examples); overwritten
   * @param labels (outputs × examples); overwritten
   */
  void draw(UniformRandomProvider stream, Matrix inputs, Matrix labels);
}
