package org.basin.nn;

import java.util.List;
import org.basin.settings.Factory;
import org.basin.settings.Section;
import org.basin.settings.SpecException;

/** Makes a kind of model. */
public interface ModelFactory extends Factory {

  /**
   * The tensors of such a model: their names, shapes and orientation, for who gives them element by
   * element. The first that matches a tensor's name tells of it; empty if nothing is told.
   */
  default List<TensorForm> tensors() {
    return List.of();
  }

  /**
   * Makes a model for data of a given shape.
   *
   * @param inputs how many features the data has
   * @param outputs how many numbers a label has
   * @throws SpecException if the data's shape does not fit this model
   */
  Model create(Section section, int inputs, int outputs);

  /**
   * Makes a model for data of a given shape.
   *
   * @param image how the features lie in an image; null if they do not
   * @throws SpecException if the data's shape does not fit this model
   */
  default Model create(Section section, int inputs, int outputs, ImageShape image) {
    return create(section, inputs, outputs);
  }
}
