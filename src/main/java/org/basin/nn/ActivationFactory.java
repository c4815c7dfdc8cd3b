package org.basin.nn;

import org.basin.plan.Factory;
import org.basin.plan.Section;

/** Makes a kind of activation. */
public interface ActivationFactory extends Factory {

  Activation create(Section section);
}
