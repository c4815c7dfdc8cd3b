package org.basin.nn.init;

import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.basin.linalg.Matrix;
import org.basin.linalg.Orthogonal;
import org.basin.nn.Fan;
import org.basin.nn.Initialiser;
import org.basin.nn.InitialiserFactory;
import org.basin.nn.Shape;
import org.basin.settings.Key;
import org.basin.settings.Range;
import org.basin.settings.Section;

/**
 * Sets square weights to −a·I + b·Q, with Q orthogonal, and biases to 0. Q is drawn from the Haar
 * measure, or is the sine matrix Q_jk = √(2/(d+1)) sin(πjk/(d+1)), j, k = 1 … d, which needs no
 * random numbers. In a network with an identity mapping, a shrinks the neurons and b turns them.
 * For such teachers, the gradient of Li &amp; Yuan (2017) first points in the wrong direction.
 */
final class ShiftedOrthogonalInit implements InitialiserFactory {

  @Override
  public String kind() {
    return "shifted-orthogonal";
  }

  @Override
  public String summary() {
    return "Square weights −aI + bQ with Q orthogonal, drawn or the sine matrix; biases 0.";
  }

  @Override
  public List<Key> keys() {
    return List.of(
        Key.real("shift", Range.ANY, "a in -a I + b Q"),
        Key.real("scale", Range.ANY, "b in -a I + b Q"),
        Key.choice(
            "basis",
            "what Q is: a drawn matrix, or the symmetric matrix of sines",
            "haar",
            "sine"));
  }

  @Override
  public Initialiser create(Section section) {
    double shift = section.real("shift");
    double scale = section.real("scale");
    boolean drawn = section.text("basis").equals("haar");
    return (model, parameters, stream) -> {
      List<Shape> shapes = model.shapes();
      for (int i = 0; i < parameters.count(); i++) {
        Matrix tensor = parameters.get(i);
        if (Fan.isBias(shapes.get(i))) {
          tensor.fill(0);
        } else {
          SquareWeights.check(section, shapes.get(i));
          fill(tensor, scale, drawn ? stream : null);
          tensor.addToDiagonal(-shift);
        }
      }
    };
  }

  /** Sets {@code tensor} to b·Q; Q is the sine matrix if {@code stream} is null. */
  private static void fill(Matrix tensor, double scale, UniformRandomProvider stream) {
    if (stream != null) {
      Orthogonal.draw(tensor, scale, stream);
      return;
    }
    int d = tensor.rows();
    double amplitude = scale * Math.sqrt(2.0 / (d + 1));
    for (long j = 1; j <= d; j++) {
      for (long k = 1; k <= d; k++) {
        // Whole periods are removed in integers, so that the angle has a single rounding error.
        long turns = j * k % (2L * (d + 1));
        double element = amplitude * Math.sin(Math.PI * turns / (d + 1));
        tensor.set((int) j - 1, (int) k - 1, element);
      }
    }
  }
}
