package org.basin.probe.paper;

/**
 * One theorem's bound on one run, from a restart on: the theorem with the state at the restart as
 * its initial state and time counted from there. Owned by one lane.
 */
interface Bound {

  /** Whether the bound changes at T, the first step with N(w_e) ≥ 0. */
  default boolean needsTurn() {
    return false;
  }

  /** Told once, of the step T; before {@link #record} of that step. */
  default void turn(StudentState now) {}

  /** Whether {@link #advance} is to be told of every step. */
  default boolean followsSteps() {
    return false;
  }

  /**
   * Told of each update after the restart.
   *
   * @param stepSize η of the update that led from {@code before} to {@code now}
   */
  default void advance(StudentState before, StudentState now, double stepSize) {}

  /** Records the bound and its margin at {@code now}. */
  void record(StudentState now, Margins margins);

  /** 1 − 2/(e^x + 1): the cosine of the angle θ with −2 ln tan(θ/2) = x. */
  static double cosine(double x) {
    return 1 - 2 / (Math.exp(x) + 1);
  }
}
