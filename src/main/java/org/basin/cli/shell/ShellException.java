package org.basin.cli.shell;

/** A command or a query of a shell is wrong. The message is one line that says what to change. */
public final class ShellException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ShellException(String line) {
    super(line);
  }

  ShellException(String line, Throwable cause) {
    super(line, cause);
  }
}
