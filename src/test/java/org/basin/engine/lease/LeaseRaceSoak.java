package org.basin.engine.lease;

/** Does the same as {@link LeaseRaceIT} more often. */
class LeaseRaceSoak extends LeaseRaceIT {

  @Override
  int rounds() {
    return 1200;
  }
}
