package org.basin.data;

import java.util.List;
import org.basin.plan.Key;
import org.basin.plan.Range;
import org.basin.plan.Section;

/** {@code gaussian}: independent N(0, std²) features. */
final class GaussianFactory extends SampleFactory {

  @Override
  public String kind() {
    return "gaussian";
  }

  @Override
  List<Key> lawKeys() {
    return List.of(
        DIMENSION, Key.real("std", Range.POSITIVE, "standard deviation of every feature"));
  }

  @Override
  Law law(Section section) {
    return new Gaussian(section.integer("dimension"), section.real("std"));
  }
}
