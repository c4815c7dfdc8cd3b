package org.basin.cli;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Basin's verbs in one process for many commands, in a folder of its own: what a user types, but
 * for the launcher and the start of Spark in a cold JVM, which take most of a short command's time.
 * Options of {@code spark-submit} are not known here; {@link Launched} is for them.
 */
final class Program implements AutoCloseable {
  private static final Path ROOT = Path.of("").toAbsolutePath();

  private final Process process;
  private final DataOutputStream commands;
  private final DataInputStream answers;

  private Program(Process process) {
    this.process = process;
    this.commands = new DataOutputStream(process.getOutputStream());
    this.answers = new DataInputStream(process.getInputStream());
  }

  /** Starts the process in {@code folder}, on two cores. */
  static Program in(Path folder) throws IOException {
    return in(folder, Map.of());
  }

  /** Starts the process with settings of Spark. */
  static Program in(Path folder, Map<String, String> spark) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("@" + ROOT.resolve("submit/jvm-options"), "-Xmx1g", "-XX:+UseSerialGC"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add("-Dlog4j2.configurationFile=" + ROOT.resolve("submit/log4j2.properties"));
    command.add("-Dspark.master=local[2,4]");
    spark.forEach((key, value) -> command.add("-D" + key + "=" + value));
    command.add(ProgramLoop.class.getName());
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(folder.toFile()).redirectError(Redirect.DISCARD);
    builder.environment().keySet().removeIf(name -> name.startsWith("SPARK_"));
    builder.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
    builder.environment().put("BASIN_PROGRAM", ROOT.resolve("submit/basin").toString());
    return new Program(builder.start());
  }

  /** Runs one command to its end. */
  Launched basin(String... args) {
    try {
      commands.writeInt(args.length);
      for (String arg : args) {
        commands.writeUTF(arg);
      }
      commands.flush();
      return new Launched(answers.readInt(), text(), text());
    } catch (IOException e) {
      throw new UncheckedIOException("the process ended at " + String.join(" ", args), e);
    }
  }

  private String text() throws IOException {
    return new String(answers.readNBytes(answers.readInt()), StandardCharsets.UTF_8);
  }

  @Override
  public void close() throws IOException {
    commands.close(); // Which ends it.
    process.destroyForcibly();
  }
}
