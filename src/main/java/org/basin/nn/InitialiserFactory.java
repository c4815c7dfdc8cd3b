package org.basin.nn;

import org.basin.plan.Factory;
import org.basin.plan.Section;

/** Makes a kind of initialiser. */
public interface InitialiserFactory extends Factory {

  Initialiser create(Section section);
}
