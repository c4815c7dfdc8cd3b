package org.basin.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;

/**
 * Tells the user what is kept and how to continue when a run is stopped from outside (Ctrl-C,
 * SIGTERM).
 */
final class Interruption implements AutoCloseable {
  private static final Thread NO_HOOK = new Thread();

  private final Thread hook;

  private Interruption(String sweep) {
    // Not System.err, which prints nothing any more once the program was told to stop.
    PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, UTF_8);
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

  /**
   * Starts to watch. If the program is stopped before {@link #close}, a line is printed on standard
   * error.
   */
  static Interruption watch(String sweep) {
    Interruption interruption = new Interruption(sweep);
    try {
      Runtime.getRuntime().addShutdownHook(interruption.hook);
    } catch (IllegalStateException stopped) {
      // The program was stopped before anything was trained, so there is nothing to tell.
    }
    return interruption;
  }

  /**
   * Whether the program was told to stop. A failure after that is a consequence of it: Spark stops
   * too, while other threads still use it.
   */
  static boolean isStopping() {
    try {
      Runtime.getRuntime().removeShutdownHook(NO_HOOK);
      return false;
    } catch (IllegalStateException stopping) {
      return true; // This exception is the only way to find out.
    }
  }

  /** Ends the watch. A failure that ends it is reported elsewhere. */
  @Override
  public void close() {
    ended();
  }

  /** Ends the watch because the work is done. Stopping the program now loses nothing. */
  void ended() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException stopped) {
      // The hook prints its line or has printed it.
    }
  }
}
