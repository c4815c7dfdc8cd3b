package org.basin.cli;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * HDFS and YARN in one process of their own, {@code src/test/hadoop/MiniHadoop.java}, and a Spark
 * that knows YARN. Their jars are those of profile {@code soak}.
 */
final class HadoopCluster implements AutoCloseable {

  private static final Path ROOT = Path.of("").toAbsolutePath();
  private static final Pattern URI = Pattern.compile("hdfs://[^<]+");
  private static final int SECONDS = 300;

  /** One class of each library of the tests that Hadoop takes. */
  private static final List<String> SHARED =
      List.of(
          "org.apache.hadoop.fs.FileSystem",
          "org.apache.hadoop.shaded.com.google.common.base.Preconditions",
          "org.junit.jupiter.api.Assertions",
          "org.junit.platform.commons.JUnitException",
          "org.opentest4j.AssertionFailedError",
          "org.slf4j.Logger",
          "org.apache.commons.logging.Log",
          "org.apache.logging.slf4j.SLF4JServiceProvider",
          "org.apache.logging.log4j.Logger",
          "org.apache.logging.log4j.core.Logger",
          "org.apache.log4j.Logger");

  private final Path folder;
  private final Process process;
  private final Path spark;

  /**
   * Starts the cluster and waits until it is ready. The launcher must have run once.
   *
   * @param folder the folder for the cluster's files and logs
   */
  HadoopCluster(Path folder) throws IOException, InterruptedException {
    this.folder = folder;
    Path jars = Path.of(System.getProperty("basin.cluster.jars", "none")).toAbsolutePath();
    if (!Files.isDirectory(jars)) {
      throw new IllegalStateException("Hadoop's jars are not there: run this with -Psoak");
    }
    try (Stream<Path> all = Files.list(jars)) {
      this.spark = InstalledSpark.with(all.filter(HadoopCluster::isOfSpark).toList(), "yarn");
    }
    Path log = folder.resolve("hadoop.log");
    ProcessBuilder builder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx768m",
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "-cp",
                classPath(jars),
                ROOT.resolve("src/test/hadoop/MiniHadoop.java").toString(),
                folder.toString())
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    // Containers get it from their node manager.
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    this.process = builder.start();
    for (int tenth = 0; Files.readString(log).lines().noneMatch("ready"::equals); tenth++) {
      if (!process.isAlive() || tenth > 10 * SECONDS) {
        close();
        throw new IllegalStateException("Hadoop does not start:\n" + Files.readString(log));
      }
      Thread.sleep(100);
    }
  }

  private static String classPath(Path jars) throws IOException {
    List<String> all = new ArrayList<>();
    try (Stream<Path> own = Files.list(jars)) {
      own.filter(jar -> !isOfSpark(jar)).map(Path::toString).forEach(all::add);
    }
    for (String name : SHARED) {
      try {
        var source = Class.forName(name).getProtectionDomain().getCodeSource();
        all.add(Path.of(source.getLocation().toURI()).toString());
      } catch (ClassNotFoundException | URISyntaxException e) {
        throw new IllegalStateException(name, e);
      }
    }
    return String.join(File.pathSeparator, all);
  }

  private static boolean isOfSpark(Path jar) {
    return jar.getFileName().toString().startsWith("spark-");
  }

  /** The environment in which a user of the cluster works. */
  Map<String, String> environment() {
    Map<String, String> environment = new TreeMap<>();
    environment.put("SPARK_HOME", spark.toString());
    environment.put("SPARK_SCALA_VERSION", "2.13");
    environment.put("SPARK_LOCAL_IP", "127.0.0.1");
    environment.put("HADOOP_CONF_DIR", folder.resolve("conf").toString());
    environment.put("JAVA_HOME", System.getProperty("java.home"));
    return environment;
  }

  /** What to give besides, so that containers read Spark's jars where they are. */
  List<String> options() {
    return List.of("--conf", "spark.yarn.jars=local:" + spark.resolve("jars/*"));
  }

  /** The root of HDFS, as {@code hdfs://localhost:PORT}. */
  String hdfs() throws IOException {
    Matcher uri = URI.matcher(Files.readString(folder.resolve("conf/core-site.xml")));
    if (!uri.find()) {
      throw new IllegalStateException("no HDFS in core-site.xml");
    }
    return uri.group();
  }

  /** What containers of all applications wrote to a stream, {@code stdout} or {@code stderr}. */
  String logs(String stream) throws IOException {
    StringBuilder all = new StringBuilder();
    try (Stream<Path> files = Files.walk(folder.resolve("target"))) {
      for (Path log : files.filter(file -> file.endsWith(stream)).sorted().toList()) {
        all.append("== ").append(log).append('\n').append(Files.readString(log));
      }
    }
    return all.toString();
  }

  @Override
  public void close() {
    List<ProcessHandle> containers = process.descendants().toList();
    process.destroyForcibly();
    containers.forEach(ProcessHandle::destroyForcibly);
    process.onExit().orTimeout(SECONDS, TimeUnit.SECONDS).join();
  }
}
