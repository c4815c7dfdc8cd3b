package org.basin.cli;

import java.io.PrintStream;

/** Tells, when a run is stopped from outside (Ctrl-C, SIGTERM), what is kept and how to go on. */
final class Interruption implements AutoCloseable {
  private final Thread hook;
  private volatile boolean isEnded;

  private Interruption(PrintStream err, String sweep) {
    this.hook =
        new Thread(
            () -> {
              if (!isEnded) {
                err.println();
                err.println(
                    "basin: stopped. The trials of "
                        + sweep
                        + " that are committed are kept; the same command trains the others.");
                err.flush();
              }
            },
            "basin-interruption");
  }

  static Interruption watch(PrintStream err, String sweep) {
    Interruption interruption = new Interruption(err, sweep);
    Runtime.getRuntime().addShutdownHook(interruption.hook);
    return interruption;
  }

  /** The work is done; whatever stops the program now loses nothing. */
  void ended() {
    isEnded = true;
  }

  /** The end of the watch, also by a failure, which tells its own story. */
  @Override
  public void close() {
    isEnded = true;
  }
}
