package org.basin.engine.storage;

import java.io.IOException;

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

  /** Whether a failure of the machine is the cause: its disk, its memory or its network. */
  public static boolean isOfMachine(Throwable failure) {
    for (Throwable t = failure; t != null; t = t.getCause()) {
      if (t instanceof IOException
          || t instanceof MachineException
          || t instanceof OutOfMemoryError) {
        return true;
      }
    }
    return false;
  }

  /** The first line of the message; the text {@code "null"} for an exception without one. */
  public static String line(Throwable e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
  }
}
