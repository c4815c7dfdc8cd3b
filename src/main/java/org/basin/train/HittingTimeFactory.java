package org.basin.train;

import org.basin.plan.HittingTime;
import org.basin.settings.Factory;
import org.basin.settings.Section;

/** Makes a hitting time from an entry of a list {@code hitting-times}. */
public interface HittingTimeFactory extends Factory {

  /**
   * Returns the hitting time that an entry describes.
   *
   * @throws org.basin.settings.SpecException if the settings contradict each other
   */
  HittingTime create(Section section);
}
