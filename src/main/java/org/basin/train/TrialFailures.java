package org.basin.train;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import org.basin.settings.Problem;
import org.basin.settings.SpecException;

/**
 * Decides which exceptions fail a single trial, and describes them. Other exceptions are passed on.
 */
final class TrialFailures {

  private static final int LONGEST = 500;

  private TrialFailures() {}

  /** One line about what keeps a trial from being built. */
  static String describe(List<Problem> problems) {
    return problems.stream().map(Problem::toString).collect(Collectors.joining("; "));
  }

  /**
   * Returns one line about an exception that fails its trial.
   *
   * @throws OutOfMemoryError if that is the cause; the batch then trains its trials separately
   * @throws VirtualMachineError if another one is the cause, except a stack overflow; it fails the
   *     task
   * @throws CancellationException if the thread is interrupted, because the interrupt may have
   *     caused the exception
   */
  static String describe(Throwable e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof VirtualMachineError error && !(cause instanceof StackOverflowError)) {
        throw error;
      }
    }
    checkInterrupt();
    String message = e.getMessage() == null ? "" : e.getMessage().strip().replaceAll("\\s+", " ");
    String line =
        e instanceof SpecException || e instanceof OverBudgetException
            ? message
            : e.getClass().getSimpleName() + ": " + message;
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST - 1) + "…";
  }

  /**
   * Checks whether the thread is interrupted.
   *
   * @throws CancellationException if it is
   */
  static void checkInterrupt() {
    if (Thread.currentThread().isInterrupted()) {
      throw new CancellationException("training was interrupted");
    }
  }
}
