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
   * @param stream the trial's data stream for making training sets, from its start
   * @throws SpecException if the settings contradict each other or a file cannot be read
   */
  Data create(Section section, UniformRandomProvider stream);

  /**
   * How much memory the data will use, in numbers, as far as the settings alone tell. Memory is
   * predicted from it before any data is made.
   */
  default double memory(Section section) {
    return 0;
  }
}
