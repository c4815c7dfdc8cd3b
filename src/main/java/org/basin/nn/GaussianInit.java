package org.basin.nn;

import java.util.List;
import org.basin.plan.Key;
import org.basin.plan.Range;
import org.basin.plan.Section;

/**
 * Every element of every tensor, biases included, from N(0, std²): a small {@code std} is the small
 * initialisation δ of Kumar &amp; Haupt (2024).
 */
final class GaussianInit implements InitialiserFactory {

  @Override
  public String kind() {
    return "gaussian";
  }

  @Override
  public List<Key> keys() {
    return List.of(Key.real("std", Range.NON_NEGATIVE, "standard deviation of every element"));
  }

  @Override
  public Initialiser create(Section section) {
    double std = section.real("std");
    return Initialiser.of((shapes, i, tensor, stream) -> Draws.gaussian(tensor, std, stream));
  }
}
