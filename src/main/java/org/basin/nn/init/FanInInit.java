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
 * Weights from N(0, gain² / inputs of the layer), biases 0. A gain of 1 keeps the variance of a
 * linear layer (LeCun et al. 1998), √2 that of a ReLU layer (He et al. 2015).
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
    return List.of(Key.real("gain", Range.NON_NEGATIVE, "standard deviation times √inputs"));
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
