package org.basin.nn;

import java.util.List;
import org.basin.settings.Factory;
import org.basin.settings.Section;
import org.basin.settings.SpecException;

/** Makes a kind of model. */
public interface ModelFactory extends Factory {

  /**
   * Describes the tensors of such a model, their names, shapes and orientation, for users who give
   * them element by element. The first form that matches a tensor's name describes it. Empty if the
   * factory describes none.
   */
  default List<TensorForm> tensors() {
    return List.of();
  }

  /**
   * Makes a model for data of a given shape.
   *
   * @param inputs the number of features
   * @param outputs the number of outputs, which a label has too
   * @throws SpecException if the data's shape does not fit this model
   */
  Model create(Section section, int inputs, int outputs);

  /**
   * Makes a model for data of a given shape.
   *
   * @param image the shape of the images that the features are; null if they are no images
   * @throws SpecException if the data's shape does not fit this model
   */
  default Model create(Section section, int inputs, int outputs, ImageShape image) {
    return create(section, inputs, outputs);
  }
}
