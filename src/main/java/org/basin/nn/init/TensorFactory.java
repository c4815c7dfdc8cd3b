package org.basin.nn.init;

import org.apache.commons.rng.UniformRandomProvider;
import org.basin.linalg.Matrix;
import org.basin.settings.Factory;
import org.basin.settings.Key;
import org.basin.settings.Section;

/**
 * Makes one entry of an explicit initialisation. Every kind has the key {@link #NAME}, the name of
 * the tensor.
 */
public interface TensorFactory extends Factory {

  Key NAME = Key.text("name", "the tensor's name in the model, such as layers.0.weight");

  Source create(Section section);

  /** The source of one tensor's elements. Stateless. */
  interface Source {

    /**
     * Sets one tensor.
     *
     * @param tensor overwritten
     * @param stream the trial's init stream
     * @throws org.basin.settings.SpecException if the given values have another shape than the
     *     tensor
     */
    void fill(Matrix tensor, UniformRandomProvider stream);
  }
}
