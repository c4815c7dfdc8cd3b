package org.basin.plan;

/** The version of what the numbers of a trial mean. */
public final class Semantics {

  /**
   * The semantics version, which is part of every trial id. It goes up by one whenever a change
   * alters any trial's numbers, for example through a default. Old results then belong to other
   * trials and are never taken for these.
   */
  public static final int VERSION = 4;

  private Semantics() {}
}
