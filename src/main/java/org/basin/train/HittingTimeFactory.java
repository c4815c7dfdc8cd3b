package org.basin.train;

import org.basin.plan.Factory;
import org.basin.plan.Section;

/** Makes a hitting time from an entry of a list {@code hitting-times}. */
public interface HittingTimeFactory extends Factory {

  /**
   * The hitting time an entry describes.
   *
   * @throws org.basin.plan.SpecException if the settings contradict each other
   */
  HittingTime create(Section section);
}
