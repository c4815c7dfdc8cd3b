package org.basin.cli;

/** Something the user asked for that cannot be, told in one line; exit status 2. */
final class UsageException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UsageException(String line) {
    super(line);
  }
}
