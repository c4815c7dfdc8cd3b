package org.basin.engine.protocol;

import java.util.List;

/** What some processes do with one store, and what must hold after each step and in the end. */
interface Scenario {

  /** The store before the first step. */
  Store store();

  /**
   * What each process does. Called once. Where a process would take further steps after an
   * invariant is broken, such as to release a lease, it throws {@link Execution#broken}.
   */
  List<Runnable> bodies(Execution execution);

  /**
   * What the invariants remember of the steps so far. It includes whatever a process has taken from
   * them and compares later: of two states with equal memories, only one is left.
   */
  long memory();

  /** Remembers what a change of the store has done; nothing where the processes tell all. */
  default void observe() {}

  /**
   * Looks at the store after a change. Throws an {@link AssertionError} if an invariant is broken.
   * Nothing where the processes themselves check.
   */
  default void check() {}

  /** Looks at the store when every process has ended or died. */
  void checkEnd();
}
