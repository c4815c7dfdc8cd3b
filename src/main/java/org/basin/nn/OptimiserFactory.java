package org.basin.nn;

import org.basin.plan.Factory;
import org.basin.plan.Section;

/** Makes a kind of optimiser. */
public interface OptimiserFactory extends Factory {

  Optimiser create(Section section);
}
