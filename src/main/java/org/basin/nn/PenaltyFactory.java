package org.basin.nn;

import org.basin.plan.Factory;
import org.basin.plan.Section;

/** Makes a kind of penalty. */
public interface PenaltyFactory extends Factory {

  Penalty create(Section section);
}
