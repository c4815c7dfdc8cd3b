package org.basin.nn.init;

import java.util.List;
import org.basin.linalg.Draws;
import org.basin.nn.Fan;
import org.basin.nn.Initialiser;
import org.basin.nn.InitialiserFactory;
import org.basin.settings.Key;
import org.basin.settings.Section;

/**
 * Draws weights and biases from U(−1/√n, 1/√n), where n is the number of the layer's inputs. This
 * is the distribution of a new {@code nn.Linear}, though not with PyTorch's random numbers.
 */
final class PytorchInit implements InitialiserFactory {

  @Override
  public String kind() {
    return "pytorch";
  }

  @Override
  public String summary() {
    return "Weights and biases from U(−1/√n, 1/√n), n inputs of the layer, as in a fresh nn.Linear.";
  }

  @Override
  public List<Key> keys() {
    return List.of();
  }

  @Override
  public Initialiser create(Section section) {
    return Initialiser.of(
        (shapes, i, tensor, stream) ->
            Draws.uniform(tensor, 1 / Math.sqrt(Fan.in(shapes, i)), stream));
  }
}
