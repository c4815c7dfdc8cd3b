package org.basin.engine;

/** Does the same as {@link HostileSqlIT} with each attack as a claim and as a query. */
class HostileSqlSoak extends HostileSqlIT {

  @Override
  boolean bothWays() {
    return true;
  }
}
