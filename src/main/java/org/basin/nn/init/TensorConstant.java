package org.basin.nn.init;

import java.util.List;
import org.basin.settings.Key;
import org.basin.settings.Range;
import org.basin.settings.Section;

/** Sets every element to the same value. */
final class TensorConstant implements TensorFactory {

  @Override
  public String kind() {
    return "constant";
  }

  @Override
  public String summary() {
    return "A tensor whose elements are all the same number.";
  }

  @Override
  public List<Key> keys() {
    return List.of(NAME, Key.real("value", Range.ANY, "the value of every element"));
  }

  @Override
  public Source create(Section section) {
    double value = section.real("value");
    return (tensor, stream) -> tensor.fill(value);
  }
}
