package org.basin.plan.hitting;

import java.io.Serializable;

/**
 * For how long a quantity must stay beyond its threshold. Steps that follow one another, and at all
 * of which it is beyond, are a run. The hit is the last of the first {@code inARow} steps of the
 * first run that has so many; <em>for good</em>, of the run that lasts until the trial ends.
 *
 * @param inARow the number of steps; ≥ 1
 * @param forGood whether the run must last until the trial ends, whatever ends it
 */
public record Persistence(long inARow, boolean forGood) implements Serializable {

  /** The first crossing: one step is enough. */
  public static final Persistence FIRST = new Persistence(1, false);

  /** The hit that a run has if it is long enough. */
  public long hit(long firstStep) {
    return firstStep + inARow - 1;
  }
}
