package org.basin.engine.storage;

/** What is told of an exception that came from below. */
public final class Causes {

  private Causes() {}

  /** The innermost cause; {@code e} itself if it has none. */
  static Throwable root(Throwable e) {
    Throwable root = e;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root;
  }

  /** The first line of the message; the text {@code "null"} for an exception without one. */
  public static String line(Throwable e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
  }
}
