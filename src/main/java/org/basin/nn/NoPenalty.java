package org.basin.nn;

import java.util.List;
import org.basin.plan.Key;
import org.basin.plan.Section;

/** {@code none}: the loss alone. */
final class NoPenalty implements PenaltyFactory {

  static final String KIND = "none";

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public List<Key> keys() {
    return List.of();
  }

  @Override
  public Penalty create(Section section) {
    return initial -> new PenaltySum.Sum(List.of());
  }
}
