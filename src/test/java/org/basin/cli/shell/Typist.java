package org.basin.cli.shell;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.regex.Pattern;

/** Types into a terminal and waits for what it shows, as a person does. */
final class Typist implements AutoCloseable {
  private static final int SECONDS = 240;
  private static final Pattern CONTROL = Pattern.compile("\u001b\\[[0-9;?]*[a-zA-Z]|\u001b[=>]|\r");

  private final OutputStream keys;
  private final InputStream screen;
  private final StringBuilder seen = new StringBuilder();

  /** How far what is shown, without what moves the cursor, was read. */
  private int read;

  /**
   * Makes a typist.
   *
   * @param keys what is typed goes there
   * @param screen what the terminal shows comes from there
   */
  Typist(OutputStream keys, InputStream screen) {
    this.keys = keys;
    this.screen = screen;
    Thread reader = new Thread(this::watch, "typist");
    reader.setDaemon(true);
    reader.start();
  }

  private void watch() {
    byte[] bytes = new byte[8192];
    try {
      for (int n = screen.read(bytes); n >= 0; n = screen.read(bytes)) {
        synchronized (seen) {
          seen.append(new String(bytes, 0, n, UTF_8));
          seen.notifyAll();
        }
      }
    } catch (IOException e) {
      // The terminal is closed.
    }
  }

  void type(String text) {
    try {
      keys.write(text.getBytes(UTF_8));
      keys.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Waits until {@code text} is shown behind what was waited for before, and returns what is shown
   * up to its end, without what moves the cursor.
   */
  String await(String text) {
    long end = System.nanoTime() + SECONDS * 1_000_000_000L;
    synchronized (seen) {
      while (true) {
        String plain = CONTROL.matcher(seen).replaceAll("");
        int at = plain.indexOf(text, read);
        if (at >= 0) {
          String shown = plain.substring(read, at + text.length());
          read = at + text.length();
          return shown;
        }
        if (System.nanoTime() > end) {
          throw new AssertionError("waited for " + text + " and saw:\n" + plain.substring(read));
        }
        try {
          seen.wait(200);
        } catch (InterruptedException e) {
          throw new AssertionError(e);
        }
      }
    }
  }

  @Override
  public void close() {
    try {
      keys.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
