package org.basin.nn;

import java.util.List;
import org.basin.plan.Key;
import org.basin.plan.Range;
import org.basin.plan.Section;

/** Every element of every tensor, biases included, from U(−bound, bound). */
final class UniformInit implements InitialiserFactory {

  @Override
  public String kind() {
    return "uniform";
  }

  @Override
  public List<Key> keys() {
    return List.of(Key.real("bound", Range.NON_NEGATIVE, "largest absolute value of an element"));
  }

  @Override
  public Initialiser create(Section section) {
    double bound = section.real("bound");
    return Initialiser.of((shapes, i, tensor, stream) -> Draws.uniform(tensor, bound, stream));
  }
}
