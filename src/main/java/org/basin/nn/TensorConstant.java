package org.basin.nn;

import java.util.List;
import org.basin.plan.Key;
import org.basin.plan.Range;
import org.basin.plan.Section;

/** Every element the same. */
final class TensorConstant implements TensorFactory {

  @Override
  public String kind() {
    return "constant";
  }

  @Override
  public List<Key> keys() {
    return List.of(NAME, Key.real("value", Range.ANY, "of every element"));
  }

  @Override
  public Source create(Section section) {
    double value = section.real("value");
    return (tensor, stream) -> tensor.fill(value);
  }
}
