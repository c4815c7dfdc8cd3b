package org.basin.nn.init;

import java.util.List;
import org.basin.linalg.Draws;
import org.basin.settings.Key;
import org.basin.settings.Range;
import org.basin.settings.Section;

/** Draws elements from N(0, std²). */
final class TensorGaussian implements TensorFactory {

  @Override
  public String kind() {
    return "gaussian";
  }

  @Override
  public String summary() {
    return "A tensor with elements from N(0, std²).";
  }

  @Override
  public List<Key> keys() {
    return List.of(
        NAME, Key.real("std", Range.NON_NEGATIVE, "standard deviation of every element"));
  }

  @Override
  public Source create(Section section) {
    double std = section.real("std");
    return (tensor, stream) -> Draws.gaussian(tensor, std, stream);
  }
}
