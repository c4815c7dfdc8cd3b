package org.basin.nn;

import java.util.List;
import org.basin.plan.Key;
import org.basin.plan.Range;
import org.basin.plan.Section;

/**
 * {@code three-layer}: Σᵢ aᵢσ(nᵢ + b₂ᵢ), nᵢ = Σⱼ vᵢⱼσ(⟨wⱼ, x⟩ + b₁ⱼ), two hidden layers by their
 * widths. Allen-Zhu, Li &amp; Liang (2019), Section 4.
 */
final class ThreeLayer implements ModelFactory {

  @Override
  public String kind() {
    return "three-layer";
  }

  @Override
  public List<Key> keys() {
    List<Key> keys = FullyConnectedFactory.commonKeys();
    keys.add(Key.integer("width", Range.atLeast(1), "neurons of the first hidden layer"));
    keys.add(
        Key.integer(
                "second-width", Range.atLeast(1), "of the second; absent: as many as in the first")
            .optional());
    return keys;
  }

  @Override
  public Model create(Section section, int inputs, int outputs) {
    int first = section.integer("width");
    int second = section.has("second-width") ? section.integer("second-width") : first;
    return new FullyConnected(
        new int[] {inputs, first, second, outputs},
        FullyConnectedFactory.activation(section),
        FullyConnectedFactory.parts(section));
  }
}
