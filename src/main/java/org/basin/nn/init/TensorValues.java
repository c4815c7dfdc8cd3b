package org.basin.nn.init;

import java.util.List;
import org.basin.settings.Key;
import org.basin.settings.Range;
import org.basin.settings.Section;

/**
 * Takes elements from the sweep file, one list per row, as PyTorch prints them. A bias may be one
 * flat list.
 */
final class TensorValues implements TensorFactory {

  @Override
  public String kind() {
    return "values";
  }

  @Override
  public String summary() {
    return "A tensor written out in the sweep file, row by row.";
  }

  @Override
  public List<Key> keys() {
    return List.of(
        NAME,
        Key.reals(
            "values",
            Range.ANY,
            "the rows; a row is one neuron's weights, see [tensors](#tensors-of-a-model)"));
  }

  @Override
  public Source create(Section section) {
    double[][] rows = section.rows("values");
    return (tensor, stream) -> GivenTensor.copy(rows, tensor, section.path() + ".values");
  }
}
