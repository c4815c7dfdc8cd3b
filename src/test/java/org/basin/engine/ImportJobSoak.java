package org.basin.engine;

/** Does the same as {@link ImportJobIT} with every wrong table. */
class ImportJobSoak extends ImportJobIT {

  @Override
  boolean isWhole() {
    return true;
  }
}
