package org.basin.engine.protocol;

/**
 * What happens before the next step.
 *
 * @param dies whether the process that would take the step dies instead
 * @param sleeps whether so much time passes that every process without a new sign of life counts as
 *     dead
 * @param next the process that takes the next step; −1 if none is left
 */
record Move(boolean dies, boolean sleeps, int next) {

  @Override
  public String toString() {
    return (dies ? "death, " : "") + (sleeps ? "long sleep, " : "") + "process " + next;
  }
}
