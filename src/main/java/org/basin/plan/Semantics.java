package org.basin.plan;

/** What the numbers of a trial mean. */
public final class Semantics {

  /**
   * Part of every trial id. Goes up by one whenever a change alters any trial's numbers, a default
   * included: old results then count as other trials, never as these.
   */
  public static final int VERSION = 3;

  private Semantics() {}
}
