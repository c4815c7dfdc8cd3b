package org.basin.nn;

import org.basin.settings.Factory;
import org.basin.settings.Section;

/** Makes a kind of activation. */
public interface ActivationFactory extends Factory {

  Activation create(Section section);
}
