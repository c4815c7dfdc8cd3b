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
 * Square weights −a·I + b·Q, Q orthogonal: from the Haar measure, or the sine matrix Q_jk =
 * √(2/(d+1)) sin(πjk/(d+1)), j, k = 1 … d, which is known to the last digit; biases 0. Beside an
 * identity mapping it shrinks the neurons by a and turns them by b: teachers for which Li &amp;
 * Yuan's (2017) gradient first points the wrong way.
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
        Key.real("shift", Range.ANY, "a of -a I + b Q"),
        Key.real("scale", Range.ANY, "b of -a I + b Q"),
        Key.choice("basis", "Q: drawn, or the symmetric matrix of sines", "haar", "sine"));
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

  /** b·Q; with sines if there is no stream to draw from. */
  private static void fill(Matrix tensor, double scale, UniformRandomProvider stream) {
    if (stream != null) {
      Orthogonal.draw(tensor, scale, stream);
      return;
    }
    int d = tensor.rows();
    double amplitude = scale * Math.sqrt(2.0 / (d + 1));
    for (long j = 1; j <= d; j++) {
      for (long k = 1; k <= d; k++) {
        // The period taken out in whole numbers: the angle is exact up to one rounding.
        long turns = j * k % (2L * (d + 1));
        double element = amplitude * Math.sin(Math.PI * turns / (d + 1));
        tensor.set((int) j - 1, (int) k - 1, element);
      }
    }
  }
}
