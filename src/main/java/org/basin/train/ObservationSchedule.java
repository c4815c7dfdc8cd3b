package org.basin.train;

/** The steps at which probes observe. Stateless. Step 0 and the last step are always observed. */
public interface ObservationSchedule {

  /** Whether step {@code n} ≥ 1 is observed. */
  boolean observes(long step);
}
