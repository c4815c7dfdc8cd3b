package org.basin.nn.init;

import java.util.List;
import org.basin.linalg.Orthogonal;
import org.basin.nn.Fan;
import org.basin.nn.Initialiser;
import org.basin.nn.InitialiserFactory;
import org.basin.settings.Key;
import org.basin.settings.Range;
import org.basin.settings.Section;

/**
 * Draws weights gain · Q, where Q is uniformly distributed with orthonormal columns (or rows, if it
 * has fewer rows), and sets biases to 0. Saxe, McClelland &amp; Ganguli (2014).
 */
final class OrthogonalInit implements InitialiserFactory {

  @Override
  public String kind() {
    return "orthogonal";
  }

  @Override
  public String summary() {
    return "Weights with orthonormal rows or columns from the Haar measure, times a gain; biases 0.";
  }

  @Override
  public List<Key> keys() {
    return List.of(
        Key.real("gain", Range.NON_NEGATIVE, "the value of all singular values of a weight"));
  }

  @Override
  public Initialiser create(Section section) {
    double gain = section.real("gain");
    return Initialiser.of(
        (shapes, i, tensor, stream) -> {
          if (Fan.isBias(shapes.get(i))) {
            tensor.fill(0);
          } else {
            Orthogonal.draw(tensor, gain, stream);
          }
        });
  }
}
