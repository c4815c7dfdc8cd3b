package org.basin.nn;

import org.basin.plan.Factory;
import org.basin.plan.Section;

/** Makes a kind of loss. */
public interface LossFactory extends Factory {

  Loss create(Section section);
}
