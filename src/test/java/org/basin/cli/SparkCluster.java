package org.basin.cli;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A standalone Spark cluster on this machine's loopback interface: a master and workers of one
 * core, each in a JVM of its own and at an address of its own, as an administrator would start
 * them. Closing it ends them and their executors.
 */
final class SparkCluster implements AutoCloseable {

  private static final Path ROOT = Path.of("").toAbsolutePath();

  /**
   * The Spark installation that the launcher makes. It has the jars, which is all that workers
   * need.
   */
  private static final Path HOME = ROOT.resolve("target/spark");

  private static final Pattern MASTER = Pattern.compile("Starting Spark master at (spark://\\S+)");
  private static final Pattern REGISTERED = Pattern.compile("Registering worker");
  private static final int SECONDS = 120;
  private static final String MASTER_HOST = "127.0.0.1";

  private final Path folder;
  private final Map<String, String> secrets;
  private final List<Process> processes = new ArrayList<>();
  private final String url;

  /**
   * Starts the cluster and waits until every worker is registered. The launcher must have run once.
   *
   * @param folder the folder for logs and for the workers' folders
   */
  SparkCluster(Path folder, int workers) throws IOException, InterruptedException {
    this(folder, workers, Map.of());
  }

  /**
   * Starts a cluster whose processes take {@code submit/secure.properties}, if {@code secrets} is
   * not empty, and have these variables in their environment.
   */
  SparkCluster(Path folder, int workers, Map<String, String> secrets)
      throws IOException, InterruptedException {
    this.folder = folder;
    this.secrets = secrets;
    try {
      Path log = folder.resolve("master.log");
      start(log, MASTER_HOST, "org.apache.spark.deploy.master.Master", "--webui-port", "0");
      url = await(log, MASTER, 1).get(0).group(1);
      for (int w = 0; w < workers; w++) {
        startWorker(w);
      }
      await(log, REGISTERED, workers);
    } catch (IOException | InterruptedException | RuntimeException e) {
      close();
      throw e;
    }
  }

  private void startWorker(int worker) throws IOException {
    start(
        folder.resolve("worker-" + worker + ".log"),
        host(worker),
        "org.apache.spark.deploy.worker.Worker",
        "--webui-port",
        "0",
        "--cores",
        "1",
        "--memory",
        "1g",
        "--work-dir",
        work(worker).toString(),
        url);
  }

  /**
   * Each worker is a machine of its own to Spark, which starts a second copy of a task only on
   * another machine. Only Linux has all these addresses without being told.
   */
  private static String host(int worker) {
    return System.getProperty("os.name").equals("Linux") ? "127.0.0." + (2 + worker) : MASTER_HOST;
  }

  /** Kills a worker as the end of its machine would, executors and all, and starts another. */
  void replaceWorker(int worker) throws IOException, InterruptedException {
    Process process = processes.remove(1 + worker);
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly().waitFor();
    startWorker(worker);
    processes.add(1 + worker, processes.remove(processes.size() - 1));
  }

  /** The executors that run now. */
  List<ProcessHandle> executors() {
    return processes.stream()
        .skip(1)
        .flatMap(worker -> worker.toHandle().descendants())
        .filter(process -> process.info().command().orElse("").endsWith("java"))
        .toList();
  }

  /** Returns the value for {@code --master}. */
  String url() {
    return url;
  }

  /**
   * Returns what the executors of a worker's last application wrote to standard error, after the
   * command that started them; one text for each executor.
   */
  List<String> executorLogs(int worker) throws IOException {
    List<String> logs = new ArrayList<>();
    try (Stream<Path> applications = Files.list(work(worker))) {
      Path last = applications.max(Comparator.naturalOrder()).orElseThrow();
      try (Stream<Path> files = Files.walk(last)) {
        for (Path file : files.filter(f -> f.endsWith("stderr")).toList()) {
          logs.add(Files.readString(file));
        }
      }
    }
    return logs;
  }

  /** Ends the workers before the master. Their executors end with them. */
  @Override
  public void close() {
    for (int p = processes.size() - 1; p >= 0; p--) {
      Process process = processes.get(p);
      List<ProcessHandle> executors = process.descendants().toList();
      process.destroyForcibly();
      executors.forEach(ProcessHandle::destroyForcibly);
      process.onExit().orTimeout(SECONDS, TimeUnit.SECONDS).join();
    }
    processes.clear();
  }

  private Path work(int worker) {
    return folder.resolve("work-" + worker);
  }

  private void start(Path log, String host, String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("@" + ROOT.resolve("submit/jvm-options"));
    command.add("-Xmx256m");
    command.add("-cp");
    command.add(HOME.resolve("jars") + File.separator + "*");
    command.add(arguments[0]);
    command.addAll(List.of("--host", host, "--port", "0"));
    if (!secrets.isEmpty()) {
      command.addAll(
          List.of("--properties-file", ROOT.resolve("submit/secure.properties").toString()));
    }
    command.addAll(List.of(arguments).subList(1, arguments.length));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    Map<String, String> environment = builder.environment();
    // Executors must get what they need from the launcher, and not from this process.
    environment
        .keySet()
        .removeIf(
            name ->
                name.startsWith("SPARK_")
                    || name.startsWith("OPENBLAS_")
                    || name.startsWith("MALLOC_"));
    environment.put("JAVA_HOME", System.getProperty("java.home"));
    environment.put("SPARK_HOME", HOME.toString());
    environment.put("SPARK_SCALA_VERSION", "2.13");
    environment.put("SPARK_LOCAL_IP", host);
    environment.putAll(secrets);
    processes.add(builder.start());
  }

  /** Waits until the log has {@code count} matches. */
  private List<MatchResult> await(Path log, Pattern pattern, int count)
      throws IOException, InterruptedException {
    for (int tenth = 0; tenth < 10 * SECONDS; tenth++) {
      List<MatchResult> found = pattern.matcher(Files.readString(log)).results().toList();
      if (found.size() >= count) {
        return found;
      }
      for (Process process : processes) {
        if (!process.isAlive()) {
          throw new IllegalStateException("ended: " + process.info() + "\n" + logs());
        }
      }
      Thread.sleep(100);
    }
    throw new IllegalStateException("no " + pattern + " after " + SECONDS + " s\n" + logs());
  }

  private String logs() throws IOException {
    StringBuilder all = new StringBuilder();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path log : files.filter(file -> file.toString().endsWith(".log")).toList()) {
        all.append(log).append('\n').append(Files.readString(log));
      }
    }
    return all.toString();
  }
}
