package org.basin.nn;

import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.basin.linalg.Matrix;

/** Draws the parameters a trial starts from. Stateless. */
public interface Initialiser {

  /**
   * Sets every tensor of {@code parameters}.
   *
   * @param model whose parameters they are
   * @param stream the trial's init stream, at its start
   */
  void initialise(Model model, Parameters parameters, UniformRandomProvider stream);

  /** Draws one tensor of a model by itself. */
  interface ByTensor {

    /** Sets every element of {@code tensor}, which is number {@code i} of {@code shapes}. */
    void draw(List<Shape> shapes, int i, Matrix tensor, UniformRandomProvider stream);
  }

  /** Draws tensor after tensor, but sets those that start from a constant of their own to that. */
  static Initialiser of(ByTensor law) {
    return (model, parameters, stream) -> {
      List<Shape> shapes = model.shapes();
      for (int i = 0; i < parameters.count(); i++) {
        if (shapes.get(i).isDrawn()) {
          law.draw(shapes, i, parameters.get(i), stream);
        } else {
          parameters.get(i).fill(shapes.get(i).start());
        }
      }
    };
  }
}
