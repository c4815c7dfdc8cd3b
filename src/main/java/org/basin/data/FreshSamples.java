package org.basin.data;

import org.apache.commons.rng.UniformRandomProvider;
import org.basin.linalg.StepExamples;

/** An input law and a labelling from which every step draws new examples. */
public interface FreshSamples extends Data {

  /**
   * Draws as many examples as there is room for, in the precision of the room. In float they need
   * not be those of double rounded: a law may draw them in a way of its own.
   *
   * @param stream advanced by what the inputs take; labels draw nothing
   * @param examples overwritten
   */
  void draw(UniformRandomProvider stream, StepExamples examples);
}
