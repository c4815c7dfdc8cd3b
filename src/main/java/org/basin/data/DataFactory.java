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
   * @param stream the trial's data stream for making training sets, at its start
   * @throws SpecException if the settings contradict each other or a file cannot be read
   */
  Data create(Section section, UniformRandomProvider stream);

  /**
   * Numbers that the data will hold, as far as the settings alone tell: what memory is predicted
   * by, before anything is made.
   */
  default double room(Section section) {
    return 0;
  }
}
