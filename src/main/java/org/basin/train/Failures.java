package org.basin.train;

import java.util.concurrent.CancellationException;
import org.basin.plan.SpecException;

/** Which exceptions end one trial, and how they are written; the others end the task. */
final class Failures {

  private static final int LONGEST = 500;

  private Failures() {}

  /**
   * One line about an exception that fails its trial.
   *
   * @throws VirtualMachineError if it is one (but for a stack overflow): memory is the task's
   * @throws LinkageError if it is one: a library is missing, and would be for every other trial too
   * @throws CancellationException if the thread is interrupted: the exception may be that
   *     interrupt's doing, and no fault of the trial
   */
  static String describe(Throwable e) {
    if (e instanceof VirtualMachineError error && !(e instanceof StackOverflowError)) {
      throw error;
    }
    if (e instanceof LinkageError error) {
      throw error;
    }
    checkInterrupt();
    String message = e.getMessage() == null ? "" : e.getMessage().strip().replaceAll("\\s+", " ");
    String line =
        e instanceof SpecException ? message : e.getClass().getSimpleName() + ": " + message;
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
