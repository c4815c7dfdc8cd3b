package org.basin.cli.doctor;

import java.io.InvalidClassException;
import java.net.BindException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Locale;
import java.util.Set;
import org.basin.cli.text.FirstLine;

/** Why a session of Spark did not start or its executors did not answer. */
public final class SparkCheck {
  private static final String SUBJECT = "Spark";

  private SparkCheck() {}

  /** Judges a failure by the deepest cause that tells what to do. */
  public static Finding failed(Throwable failure) {
    Throwable told = failure;
    String fix = "";
    Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    Throwable cause = failure;
    for (; cause != null && seen.add(cause); cause = cause.getCause()) {
      String known = fix(cause);
      if (!known.isEmpty()) {
        told = cause;
        fix = known;
      }
    }
    if (fix.isEmpty()) {
      fix =
          "no known cause: look at Spark's log of the driver, and at the master's and the"
              + " executors' on a cluster";
    }
    return Finding.problem(SUBJECT, line(told), fix);
  }

  /** Returns what mends one cause; empty if it is not known. */
  private static String fix(Throwable cause) {
    String text = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
    if (cause instanceof OutOfMemoryError || text.contains("outofmemoryerror")) {
      return "give more memory by --driver-memory or --executor-memory";
    }
    if (text.contains("invalid_executor_memory") || text.contains("executor memory")) {
      return "give executors more by --executor-memory";
    }
    if (text.contains("invalid_driver_memory") || text.contains("system memory")) {
      return "give the driver more by --driver-memory";
    }
    if (text.contains("no executor answered")) {
      return "wait until cores are free, ask for less by --executor-memory or --executor-cores, or"
          + " add workers";
    }
    if (cause instanceof InvalidClassException
        || text.contains("invalidclassexception")
        || text.contains("local class incompatible")) {
      return "use the same versions of Spark, Scala and Java on this machine and the cluster:"
          + " SPARK_HOME names the installation to use";
    }
    if (cause instanceof LinkageError
        || cause instanceof ClassNotFoundException
        || text.contains("classnotfoundexception")
        || text.contains("noclassdeffounderror")
        || text.contains("nosuchmethoderror")) {
      return "mend the class path: a jar is missing, or of another version than Spark; start Basin"
          + " through submit/basin, and name further jars by --jars";
    }
    if (cause instanceof BindException || text.contains("can't assign requested address")) {
      return "set SPARK_LOCAL_IP to an address of this machine, or SPARK_LOCAL_IP=127.0.0.1 without"
          + " a cluster";
    }
    if (text.contains("cannot reach the cluster")
        || text.contains("masters are unresponsive")
        || text.contains("stopped sparkcontext")) {
      return "start the master, or correct its host and port in --master; a master of another"
          + " version of Spark does not answer either";
    }
    if (text.contains("no space left on device")) {
      return "make room on the disk of temporary files, or give another folder by --conf"
          + " spark.local.dir=DIR";
    }
    return "";
  }

  private static String line(Throwable failure) {
    String message = FirstLine.of(failure.getMessage());
    boolean isPlain = failure.getClass().getName().startsWith("org.basin.");
    if (isPlain && !message.isEmpty()) {
      return message;
    }
    return failure.getClass().getSimpleName() + (message.isEmpty() ? "" : ": " + message);
  }
}
