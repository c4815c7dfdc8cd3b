package org.basin.train;

import java.util.concurrent.CancellationException;
import org.basin.settings.SpecException;

/** Which exceptions end one trial, and how they are written; the others are not its own. */
final class TrialFailures {

  private static final int LONGEST = 500;

  private TrialFailures() {}

  /**
   * One line about an exception that fails its trial.
   *
   * @throws OutOfMemoryError if that is the cause: the batch's, which trains its trials apart then
   * @throws VirtualMachineError if it is another one (but for a stack overflow): the task's
   * @throws CancellationException if the thread is interrupted: the exception may be that
   *     interrupt's doing, and no fault of the trial
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
        e instanceof SpecException || e instanceof NoRoomException
            ? message
            : e.getClass().getSimpleName() + ": " + message;
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST - 1) + "…";
  }

  /**
   * @throws CancellationException if the thread is interrupted
   */
  static void checkInterrupt() {
    if (Thread.currentThread().isInterrupted()) {
      throw new CancellationException("training was interrupted");
    }
  }
}
