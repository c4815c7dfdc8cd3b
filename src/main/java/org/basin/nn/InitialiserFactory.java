package org.basin.nn;

import org.basin.settings.Factory;
import org.basin.settings.Section;

/** Makes a kind of initialiser. */
public interface InitialiserFactory extends Factory {

  Initialiser create(Section section);
}
