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
 * Draws weights from N(0, gain² / outputs of the layer) and biases from N(0, bias-gain² / outputs).
 * With both gains 1, it is the initialisation of Allen-Zhu, Li &amp; Liang (2019): variance 1/m for
 * the weights and biases of a hidden layer of m neurons, 1 for the weights of a single output.
 */
final class FanOutInit implements InitialiserFactory {

  @Override
  public String kind() {
    return "fan-out";
  }

  @Override
  public String summary() {
    return "Weights from N(0, gain²/outputs of the layer), and biases in the same way with a separate gain.";
  }

  @Override
  public List<Key> keys() {
    return List.of(
        Key.real("gain", Range.NON_NEGATIVE, "standard deviation of a weight times √outputs"),
        Key.real(
            "bias-gain",
            Range.NON_NEGATIVE,
            "standard deviation of a bias times √outputs; 0: biases are 0"));
  }

  @Override
  public Initialiser create(Section section) {
    double gain = section.real("gain");
    double biasGain = section.real("bias-gain");
    return Initialiser.of(
        (shapes, i, tensor, stream) -> {
          double factor = Fan.isBias(shapes.get(i)) ? biasGain : gain;
          if (factor == 0) {
            tensor.fill(0);
          } else {
            Draws.gaussian(tensor, factor / Math.sqrt(tensor.rows()), stream);
          }
        });
  }
}
