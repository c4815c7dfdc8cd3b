package org.basin.cli.fetch;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.PrintStream;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/**
 * Brings the jars of a list from a Maven repository into a folder, several at a time, and holds
 * each against its checksum. {@code submit/from-archive.sh} starts it where no Spark is installed.
 */
public final class SparkFetch {
  private static final int AT_ONCE = 8;
  private static final double MEGABYTE = 1e6;
  private static final int FAILED = 3;
  private static final long PATIENCE_S = 10;

  private final PrintStream told;
  private final LongAdder bytes = new LongAdder();

  private SparkFetch(PrintStream told) {
    this.told = told;
  }

  /**
   * Brings the jars. The exit status is 3 if one cannot be had, and a line says why.
   *
   * @param args the list's file, the folder for the jars, and the repository's address
   */
  public static void main(String[] args) throws InterruptedException {
    System.exit(run(args, System.getenv(), System.err));
  }

  /** Does what {@link #main} does, and returns the exit status. */
  static int run(String[] args, Map<String, String> variables, PrintStream told)
      throws InterruptedException {
    try {
      List<ListedJar> jars = ListedJar.read(Files.readAllLines(Path.of(args[0])));
      Path folder = Files.createDirectories(Path.of(args[1]));
      new SparkFetch(told).bring(jars, folder, new Source(args[2], variables));
      return 0;
    } catch (IOException | IllegalArgumentException e) {
      told.println("basin: cannot fetch Spark: " + reason(e));
      return FAILED;
    }
  }

  private void bring(List<ListedJar> jars, Path folder, Source source)
      throws IOException, InterruptedException {
    told.println("basin: SPARK_HOME is not set; fetching Spark once, some 300 MB");
    told.println("basin: from " + source.address() + ", " + jars.size() + " jars");
    Download download = new Download(source, folder, bytes::add);
    ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
    try {
      List<Future<Void>> all = new ArrayList<>();
      for (ListedJar jar : jars) {
        all.add(
            threads.submit(
                () -> {
                  download.bring(jar);
                  return null;
                }));
      }
      for (Future<Void> each : all) {
        await(each);
      }
    } finally {
      // Interrupted ones that still remove their unfinished files are waited for.
      threads.shutdownNow();
      if (!threads.awaitTermination(PATIENCE_S, TimeUnit.SECONDS)) {
        told.println("basin: a transfer that does not end may leave a .part file in " + folder);
      }
    }
    told.printf("basin: fetched Spark, %.0f MB, into %s%n", bytes.sum() / MEGABYTE, folder);
  }

  private static void await(Future<Void> jar) throws IOException, InterruptedException {
    try {
      jar.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException cause) {
        throw cause;
      }
      throw new IllegalStateException(e.getCause());
    }
  }

  /** Says what happened where Java gives a mere name. */
  private static String reason(Exception e) {
    String message = String.valueOf(e.getMessage());
    if (e instanceof UnknownHostException) {
      return "found no host " + message;
    }
    if (e instanceof FileNotFoundException || e instanceof NoSuchFileException) {
      return message.contains("is not there") ? message : message + " is not there";
    }
    if (e instanceof ConnectException || e instanceof SocketTimeoutException) {
      return "no connection: " + message;
    }
    return message;
  }
}
