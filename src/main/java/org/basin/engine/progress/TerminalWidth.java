package org.basin.engine.progress;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;

/**
 * The width of the terminal that the process belongs to. Java cannot tell it, so {@code stty} is
 * asked every few seconds: a window may change while a run goes on.
 */
public final class TerminalWidth implements IntSupplier {

  private static final long ASK_NANOS = TimeUnit.SECONDS.toNanos(2);
  private static final File TERMINAL = new File("/dev/tty");

  private int columns;
  private boolean isKnown = true;
  private long asked = System.nanoTime() - ASK_NANOS;

  /**
   * Makes a width.
   *
   * @param columns the width of a terminal that does not tell its own
   */
  public TerminalWidth(int columns) {
    this.columns = columns;
  }

  @Override
  public synchronized int getAsInt() {
    if (isKnown && System.nanoTime() - asked >= ASK_NANOS) {
      int told = ask();
      isKnown = told > 0;
      columns = isKnown ? told : columns;
      asked = System.nanoTime();
    }
    return columns;
  }

  /** Returns 0 if the terminal does not tell. It is not asked again then. */
  private static int ask() {
    try {
      Process stty =
          new ProcessBuilder("stty", "size")
              .redirectInput(TERMINAL)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      String told = new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
      String[] size = told.strip().split(" ", -1);
      return size.length == 2 ? Integer.parseInt(size[1]) : 0;
    } catch (IOException | NumberFormatException e) {
      return 0;
    }
  }
}
