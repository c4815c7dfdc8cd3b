package org.basin.data;

import java.util.List;
import org.basin.settings.Key;
import org.basin.settings.Range;
import org.basin.settings.Section;

/** {@code gaussian}: inputs with independent N(0, std²) features. */
final class GaussianFactory extends SampleFactory {

  @Override
  public String kind() {
    return "gaussian";
  }

  @Override
  public String summary() {
    return "Inputs with independent N(0, std²) features, as a training set or fresh at every step.";
  }

  @Override
  protected List<Key> lawKeys() {
    return List.of(
        DIMENSION, Key.real("std", Range.POSITIVE, "standard deviation of every feature"));
  }

  @Override
  protected Law law(Section section) {
    return new Gaussian(section.integer("dimension"), section.real("std"));
  }
}
