package org.basin.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The result of one call of {@code submit/basin}.
 *
 * @param status the exit status
 * @param out the standard output
 * @param err the standard error
 */
record Launched(int status, String out, String err) {
  private static final Path ROOT = Path.of("").toAbsolutePath();
  private static final int MINUTES = 5;

  /** Calls the launcher in {@code folder} and waits for its end. */
  static Launched basin(Path folder, String... args) throws IOException, InterruptedException {
    return basin(folder, Map.of(), args);
  }

  /** Calls the launcher with more in its environment. */
  static Launched basin(Path folder, Map<String, String> environment, String... args)
      throws IOException, InterruptedException {
    return of(ROOT.resolve("submit/basin"), folder, environment, args);
  }

  /** Calls {@code program}, the launcher or a link to it. */
  static Launched of(Path program, Path folder, String... args)
      throws IOException, InterruptedException {
    return of(program, folder, Map.of(), args);
  }

  /** Calls {@code program} with more in its environment. */
  static Launched of(Path program, Path folder, Map<String, String> environment, String... args)
      throws IOException, InterruptedException {
    Path out = Files.createTempFile(folder, "out", ".txt");
    Path err = Files.createTempFile(folder, "err", ".txt");
    ProcessBuilder builder =
        process(program, folder, args).redirectOutput(out.toFile()).redirectError(err.toFile());
    builder.environment().putAll(environment);
    Process process = builder.start();
    if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new IllegalStateException(
          "no end after " + MINUTES + " minutes: " + String.join(" ", args));
    }
    Launched launched =
        new Launched(process.exitValue(), Files.readString(out), Files.readString(err));
    Files.delete(out);
    Files.delete(err);
    return launched;
  }

  /**
   * Calls {@code spark-submit}, of the Spark that the launcher has linked, with the options of the
   * guide alone: what its script does is to run the command that Spark's launcher prints, of which
   * each word is ended by NUL.
   */
  static Launched sparkSubmit(Path folder, String... args)
      throws IOException, InterruptedException {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    Map<String, String> spark =
        Map.of("SPARK_HOME", ROOT + "/target/spark", "SPARK_SCALA_VERSION", "2.13");
    List<String> launcher = new ArrayList<>(List.of("-cp", ROOT + "/target/spark/jars/*"));
    launcher.add("org.apache.spark.launcher.Main");
    launcher.add("org.apache.spark.deploy.SparkSubmit");
    launcher.addAll(List.of("--class", "org.basin.cli.Basin", "--master", "local[2]"));
    launcher.addAll(List.of(args));
    Launched printed = of(java, folder, spark, launcher.toArray(String[]::new));
    List<String> command =
        Arrays.stream(printed.out().split("\0", -1))
            .map(String::strip)
            .filter(word -> !word.isEmpty())
            .toList();
    String[] rest = command.subList(1, command.size()).toArray(String[]::new);
    return of(Path.of(command.get(0)), folder, spark, rest);
  }

  /** {@code target/basin.jar}, which the launcher has built. */
  static String jar() {
    return ROOT + "/target/basin.jar";
  }

  /**
   * Calls the launcher and does not wait.
   *
   * @param log gets all that it prints
   */
  static Process start(Path folder, Path log, String... args) throws IOException {
    return start(folder, log, Map.of(), args);
  }

  /** The same with more in its environment. */
  static Process start(Path folder, Path log, Map<String, String> environment, String... args)
      throws IOException {
    ProcessBuilder builder =
        process(ROOT.resolve("submit/basin"), folder, args)
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    builder.environment().putAll(environment);
    return builder.start();
  }

  private static ProcessBuilder process(Path program, Path folder, String... args) {
    List<String> command = new ArrayList<>(List.of(program.toString()));
    command.addAll(List.of(args));
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    // A Spark of the developer's own would be another program under test.
    builder.environment().keySet().removeIf(name -> name.startsWith("SPARK_"));
    builder.environment().put("SPARK_DRIVER_MEMORY", "1g");
    return builder;
  }
}
