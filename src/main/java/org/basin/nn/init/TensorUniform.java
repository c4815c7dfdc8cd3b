package org.basin.nn.init;

import java.util.List;
import org.basin.linalg.Draws;
import org.basin.settings.Key;
import org.basin.settings.Range;
import org.basin.settings.Section;

/** Draws elements from U(−bound, bound). */
final class TensorUniform implements TensorFactory {

  @Override
  public String kind() {
    return "uniform";
  }

  @Override
  public String summary() {
    return "A tensor with elements from U(−bound, bound).";
  }

  @Override
  public List<Key> keys() {
    return List.of(NAME, Key.real("bound", Range.NON_NEGATIVE, "max absolute value of an element"));
  }

  @Override
  public Source create(Section section) {
    double bound = section.real("bound");
    return (tensor, stream) -> Draws.uniform(tensor, bound, stream);
  }
}
