package org.basin.engine;

/** Does the same as {@link HostileSqlIT} with every attack, as a claim and as a query. */
class HostileSqlSoak extends HostileSqlIT {

  @Override
  boolean isWhole() {
    return true;
  }
}
