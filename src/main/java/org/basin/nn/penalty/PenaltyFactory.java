package org.basin.nn.penalty;

import org.basin.settings.Factory;
import org.basin.settings.Section;

/** Makes a kind of penalty. */
public interface PenaltyFactory extends Factory {

  Penalty create(Section section);
}
