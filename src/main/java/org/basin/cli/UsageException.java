package org.basin.cli;

/** The user asked for something impossible. The message is one line; the exit status is 2. */
final class UsageException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UsageException(String line) {
    super(line);
  }
}
