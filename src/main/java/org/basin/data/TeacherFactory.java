package org.basin.data;

import org.apache.commons.rng.UniformRandomProvider;
import org.basin.settings.Factory;
import org.basin.settings.Section;
import org.basin.settings.SpecException;

/** Makes a kind of teacher. */
public interface TeacherFactory extends Factory {

  /**
   * Makes the teacher.
   *
   * @param section the teacher's settings
   * @param inputs the number of features
   * @param stream a stream for this teacher alone, from its start
   * @throws SpecException if the settings do not fit the data
   */
  Teacher create(Section section, int inputs, UniformRandomProvider stream);
}
