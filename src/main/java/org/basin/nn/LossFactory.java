package org.basin.nn;

import org.basin.settings.Factory;
import org.basin.settings.Section;

/** Makes a kind of loss. */
public interface LossFactory extends Factory {

  Loss create(Section section);
}
