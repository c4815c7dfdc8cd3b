package org.basin.engine.storage;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Describes failures in which a process died or memory ran out, in one line. */
public final class ProcessLoss {

  private static final Pattern LOST =
      Pattern.compile("ExecutorLostFailure[^\\n]*?Reason: ([^\\n]*)", Pattern.CASE_INSENSITIVE);

  /** Matches the exit status of an executor that Spark ended because memory ran out. */
  private static final Pattern OUT_OF_MEMORY =
      Pattern.compile("(exit(ed with)? )?(code|status) 52|OutOfMemory", Pattern.CASE_INSENSITIVE);

  /** Matches the exit status of an executor that the system or the cluster's manager killed. */
  private static final Pattern KILLED =
      Pattern.compile("(code|status) 137|SIGKILL|memory limits|OOMKilled");

  private ProcessLoss() {}

  /** Whether an executor died because of what it trained. */
  public static boolean isOfExecutor(Throwable failure) {
    for (Throwable t = failure; t != null; t = t.getCause()) {
      if (LOST.matcher(String.valueOf(t.getMessage())).find()) {
        return true;
      }
    }
    return false;
  }

  /**
   * Describes the innermost cause in one line. The class name is included, because some messages
   * are only a name.
   */
  public static String inOneLine(Throwable e) {
    String loss = describe(e);
    if (loss != null) {
      return loss;
    }
    Throwable root = Causes.root(e);
    String name = root.getClass().getSimpleName();
    String message = root.getMessage();
    String text =
        message == null ? name : root instanceof EngineException ? message : name + ": " + message;
    return text.lines().findFirst().orElse(text).strip();
  }

  /** Returns the line for a failure of either kind; null for any other failure. */
  static String describe(Throwable failure) {
    for (Throwable t = failure; t != null; t = t.getCause()) {
      if (t instanceof OutOfMemoryError) {
        return "out of memory ("
            + t.getMessage()
            + "); give more by --driver-memory, or to the"
            + " executors of a cluster by --executor-memory";
      }
      Matcher lost = LOST.matcher(String.valueOf(t.getMessage()));
      if (lost.find()) {
        return describe(lost.group(1).strip());
      }
    }
    return null;
  }

  private static String describe(String reason) {
    if (OUT_OF_MEMORY.matcher(reason).find()) {
      return "an executor ran out of memory while it trained ("
          + reason
          + "); give more by --executor-memory";
    }
    if (KILLED.matcher(reason).find()) {
      return "an executor was killed while it trained, as a system does that runs out of memory ("
          + reason
          + "); give more by --executor-memory or spark.executor.memoryOverhead";
    }
    return "an executor died while it trained (" + reason + ")";
  }
}
