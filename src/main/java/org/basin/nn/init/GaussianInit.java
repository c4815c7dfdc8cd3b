package org.basin.nn.init;

import java.util.List;
import org.basin.linalg.Draws;
import org.basin.nn.Initialiser;
import org.basin.nn.InitialiserFactory;
import org.basin.settings.Key;
import org.basin.settings.Range;
import org.basin.settings.Section;

/**
 * Draws every element of every tensor, biases included, from N(0, std²). A small {@code std} is the
 * small initialisation δ of Kumar &amp; Haupt (2024).
 */
final class GaussianInit implements InitialiserFactory {

  @Override
  public String kind() {
    return "gaussian";
  }

  @Override
  public String summary() {
    return "Every element of every tensor, biases included, from N(0, std²).";
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
