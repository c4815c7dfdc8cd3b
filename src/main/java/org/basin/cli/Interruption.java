package org.basin.cli;

import java.io.PrintStream;

/** Tells, when a run is stopped from outside (Ctrl-C, SIGTERM), what is kept and how to go on. */
final class Interruption implements AutoCloseable {
  private static final Thread NO_HOOK = new Thread();

  private final Thread hook;

  private Interruption(String sweep) {
    PrintStream err = System.err;
    this.hook =
        new Thread(
            () -> {
              err.println();
              err.println(
                  "basin: stopped. The trials of "
                      + sweep
                      + " that are committed are kept; the same command trains the others.");
              err.flush();
            },
            "basin-interruption");
  }

  /** Watches until it is closed; a stop is told on standard error. */
  static Interruption watch(String sweep) {
    Interruption interruption = new Interruption(sweep);
    try {
      Runtime.getRuntime().addShutdownHook(interruption.hook);
    } catch (IllegalStateException stopped) {
      // Before anything was trained: there is nothing to tell.
    }
    return interruption;
  }

  /**
   * Whether the program has been told to end. What fails from now on fails because of that: Spark
   * ends too, under whatever still uses it.
   */
  static boolean isStopping() {
    try {
      Runtime.getRuntime().removeShutdownHook(NO_HOOK);
      return false;
    } catch (IllegalStateException stopping) {
      return true; // The one way to ask.
    }
  }

  /** The end of the watch, also by a failure, which tells its own story. */
  @Override
  public void close() {
    ended();
  }

  /** The work is done; whatever stops the program now loses nothing. */
  void ended() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException stopped) {
      // The hook tells, or has told.
    }
  }
}
