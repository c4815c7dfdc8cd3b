package org.basin.data;

import org.apache.commons.rng.UniformRandomProvider;
import org.basin.linalg.StepExamples;

/** An input distribution and a labelling, from which every step draws new examples. */
public interface FreshSamples extends Data {

  /**
   * Draws as many examples as {@code examples} holds, in its precision. Examples in float need not
   * be rounded doubles: a distribution may draw floats in another way.
   *
   * @param stream the stream that inputs are drawn from; labels draw nothing
   * @param examples overwritten
   */
  void draw(UniformRandomProvider stream, StepExamples examples);
}
