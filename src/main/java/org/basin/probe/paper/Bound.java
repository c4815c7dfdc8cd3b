package org.basin.probe.paper;

/**
 * The bound of one theorem on one run, from a restart on. The state at the restart is the theorem's
 * initial state, and time is counted from there. One lane owns it.
 */
interface Bound {

  /** Whether the bound changes at T, the first step with N(w_e) ≥ 0. */
  default boolean needsTurn() {
    return false;
  }

  /** Called once, at the step T, before {@link #record} of that step. */
  default void turn(StudentState now) {}

  /** Whether {@link #advance} must be called at every step. */
  default boolean followsSteps() {
    return false;
  }

  /**
   * Called after each update since the restart.
   *
   * @param before the state before the update
   * @param now the state after the update
   * @param stepSize η of the update
   */
  default void advance(StudentState before, StudentState now, double stepSize) {}

  /** Records the bound and its margin at {@code now}. */
  void record(StudentState now, Margins margins);

  /** 1 − 2/(e^x + 1), the cosine of the angle θ for which −2 ln tan(θ/2) = x. */
  static double cosine(double x) {
    return 1 - 2 / (Math.exp(x) + 1);
  }
}
