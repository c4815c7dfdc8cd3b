package org.basin.nn.init;

import java.util.List;
import org.basin.linalg.Draws;
import org.basin.nn.Fan;
import org.basin.nn.Initialiser;
import org.basin.nn.InitialiserFactory;
import org.basin.settings.Key;
import org.basin.settings.Range;
import org.basin.settings.Section;

/**
 * Draws weights from N(0, gain² / inputs of the layer) and sets biases to 0. The variance stays the
 * same through linear layers with gain 1 (LeCun et al. 1998), and through ReLU layers with gain √2
 * (He et al. 2015).
 */
final class FanInInit implements InitialiserFactory {

  @Override
  public String kind() {
    return "fan-in";
  }

  @Override
  public String summary() {
    return "Weights from N(0, gain²/inputs of the layer), biases 0.";
  }

  @Override
  public List<Key> keys() {
    return List.of(
        Key.real("gain", Range.NON_NEGATIVE, "standard deviation of a weight times √inputs"));
  }

  @Override
  public Initialiser create(Section section) {
    double gain = section.real("gain");
    return Initialiser.of(
        (shapes, i, tensor, stream) -> {
          if (Fan.isBias(shapes.get(i))) {
            tensor.fill(0);
          } else {
            Draws.gaussian(tensor, gain / Math.sqrt(tensor.columns()), stream);
          }
        });
  }
}
