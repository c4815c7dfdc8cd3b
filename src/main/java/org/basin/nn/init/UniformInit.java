package org.basin.nn.init;

import java.util.List;
import org.basin.linalg.Draws;
import org.basin.nn.Initialiser;
import org.basin.nn.InitialiserFactory;
import org.basin.settings.Key;
import org.basin.settings.Range;
import org.basin.settings.Section;

/** Draws every element of every tensor, biases included, from U(−bound, bound). */
final class UniformInit implements InitialiserFactory {

  @Override
  public String kind() {
    return "uniform";
  }

  @Override
  public String summary() {
    return "Every element of every tensor, biases included, from U(−bound, bound).";
  }

  @Override
  public List<Key> keys() {
    return List.of(Key.real("bound", Range.NON_NEGATIVE, "max absolute value of an element"));
  }

  @Override
  public Initialiser create(Section section) {
    double bound = section.real("bound");
    return Initialiser.of((shapes, i, tensor, stream) -> Draws.uniform(tensor, bound, stream));
  }
}
