package org.basin.train;

/** A trial is predicted to need more memory than there is. */
final class OverBudgetException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * Makes an exception.
   *
   * @param message the whole message of the trial
   */
  OverBudgetException(String message) {
    super(message);
  }
}
