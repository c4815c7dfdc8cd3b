package org.basin.nn;

import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.basin.linalg.Matrix;

/** Sets the parameters at which a trial starts. Stateless. */
public interface Initialiser {

  /**
   * Sets every tensor of {@code parameters}.
   *
   * @param model the model of the parameters
   * @param parameters overwritten
   * @param stream the trial's init stream, from its start
   * @throws org.basin.settings.SpecException if the model does not fit this initialiser
   */
  void initialise(Model model, Parameters parameters, UniformRandomProvider stream);

  /**
   * Whether this initialiser fits every model. A plan draws parameters of every other one, in order
   * to learn whether it fits. False by default.
   */
  default boolean fitsEveryModel() {
    return false;
  }

  /** Draws the tensors of a model one by one, each independently of the others. */
  interface ByTensor {

    /**
     * Sets every element of {@code tensor}, which has the shape number {@code i} of {@code shapes}.
     * Any shape is accepted.
     */
    void draw(List<Shape> shapes, int i, Matrix tensor, UniformRandomProvider stream);
  }

  /**
   * An initialiser that draws the tensors in order; a tensor whose shape gives a start value is set
   * to that value instead.
   */
  static Initialiser of(ByTensor law) {
    return new Initialiser() {
      @Override
      public void initialise(Model model, Parameters parameters, UniformRandomProvider stream) {
        List<Shape> shapes = model.shapes();
        for (int i = 0; i < parameters.count(); i++) {
          if (shapes.get(i).isDrawn()) {
            law.draw(shapes, i, parameters.get(i), stream);
          } else {
            parameters.get(i).fill(shapes.get(i).start());
          }
        }
      }

      @Override
      public boolean fitsEveryModel() {
        return true;
      }
    };
  }
}
