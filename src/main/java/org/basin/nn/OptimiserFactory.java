package org.basin.nn;

import org.basin.settings.Factory;
import org.basin.settings.Section;

/** Makes a kind of optimiser. */
public interface OptimiserFactory extends Factory {

  Optimiser create(Section section);
}
