package org.basin.data;

import org.apache.commons.rng.UniformRandomProvider;
import org.basin.settings.Factory;
import org.basin.settings.Section;
import org.basin.settings.SpecException;

/** Makes a kind of data. */
public interface DataFactory extends Factory {

  /**
   * Makes the data.
   *
   * @param section the data's settings
   * @param stream the random stream of the trial's data, at its start
   * @throws SpecException if the settings contradict each other or a file cannot be read
   */
  Data create(Section section, UniformRandomProvider stream);

  /**
   * About how much memory the data use, in numbers (doubles), as far as the settings alone tell.
   * The memory of a trial is predicted from it before any data are made.
   */
  default double memory(Section section) {
    return 0;
  }
}
