package org.basin.nn;

import java.util.List;
import org.basin.plan.Key;
import org.basin.plan.Section;

/**
 * Weights and biases from U(−1/√n, 1/√n), n the inputs of the layer: the law of a fresh {@code
 * nn.Linear} (not its numbers).
 */
final class PytorchInit implements InitialiserFactory {

  @Override
  public String kind() {
    return "pytorch";
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
