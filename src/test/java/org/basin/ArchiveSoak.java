package org.basin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The archive of a release, of the last commit: built twice in two folders it is the same to the
 * byte, and it runs on a machine that has a Java runtime and neither Maven nor sources nor Spark.
 * Spark's jars come from Maven's local repository, which {@code BASIN_REPOSITORY} names.
 */
class ArchiveSoak {
  private static final int MINUTES = 20;

  /** What a person needs for building, and a user has not. */
  private static final Set<String> TOOLS = Set.of("mvn", "git", "java", "javac", "curl", "wget");

  @TempDir static Path folder;
  private static Path program;
  private static Path path;
  private static Path runtime;

  /** What a command left. */
  private record Ended(int status, String out, String err) {}

  @BeforeAll
  static void unpackInAnEmptyFolder() throws Exception {
    Path first = build("first");
    Path installed = Files.createDirectories(folder.resolve("my %41 ü #[x] {a,b}*?'"));
    run(installed, Map.of(), "tar", "xzf", archive(first).toString());
    try (Stream<Path> found = Files.list(installed)) {
      program = found.findFirst().orElseThrow().resolve("submit/basin");
    }
    path = programsOfAUser();
    runtime = folder.resolve("runtime");
    run(
        folder,
        Map.of(),
        System.getProperty("java.home") + "/bin/jlink",
        "--add-modules",
        modules(),
        "--output",
        runtime.toString());
  }

  @Test
  void secondBuild_isTheSameToTheByte() throws Exception {
    assertThat(checksums(build("another-folder"))).isEqualTo(checksums(folder.resolve("first")));
  }

  @Test
  void quickstart_runsWithoutMavenOrSources() throws Exception {
    Path work = Files.createDirectories(folder.resolve("work"));
    Ended first = basin(work, true, "run", "conf/quickstart.conf");
    assertThat(first.err()).contains("fetching Spark once", "fetched Spark");
    assertThat(first.out()).contains("quickstart: trained 500 of 500 trials");
    assertThat(first.status()).isZero();
    Ended sql =
        basin(work, true, "sql", "--format", "csv", "SELECT count(*) AS trials FROM trials");
    assertThat(sql.err()).isEmpty();
    assertThat(sql.out()).isEqualTo("trials\n500\n");
    Ended report = basin(work, true, "report", "quickstart");
    assertThat(report.status()).isZero();
    assertThat(work.resolve("quickstart.html")).isNotEmptyFile();
  }

  @Test
  void missingJava_isOneLine() throws Exception {
    Ended ended = basin(folder, false, "--version");
    assertThat(ended.status()).isEqualTo(2);
    assertThat(ended.err())
        .isEqualTo("basin: found no java; install Java 17 or newer, or set JAVA_HOME\n");
  }

  @Test
  void oldJava_isOneLine() throws Exception {
    Path old = Files.createDirectories(folder.resolve("old/bin")).resolve("java");
    Files.writeString(old, "#!/bin/sh\necho 'openjdk version \"11.0.2\" 2019-01-15' >&2\n");
    assertThat(old.toFile().setExecutable(true)).isTrue();
    Map<String, String> environment = environment(false);
    environment.put("JAVA_HOME", folder.resolve("old").toString());
    Ended ended = start(folder, environment, program.toString(), "--version");
    assertThat(ended.status()).isEqualTo(2);
    assertThat(ended.err())
        .isEqualTo("basin: " + old + " is Java 11, must be 17 or newer; set JAVA_HOME\n");
  }

  @Test
  void repositoryThatCannotBeReached_isTold() throws Exception {
    Map<String, String> environment = environment(true);
    environment.put("BASIN_REPOSITORY", "http://localhost:1/maven2");
    environment.put("BASIN_CACHE", folder.resolve("nothing").toString());
    Ended ended = start(folder, environment, program.toString(), "--version");
    assertThat(ended.status()).isEqualTo(3);
    assertThat(ended.err().lines())
        .anyMatch(line -> line.startsWith("basin: cannot fetch Spark: no connection"))
        .anyMatch(line -> line.contains("set SPARK_HOME to an installed Spark"));
  }

  /** Builds the last commit in a folder of its own. */
  private static Path build(String name) throws Exception {
    Path clone = folder.resolve(name);
    run(folder, Map.of(), "git", "clone", "--quiet", Path.of("").toAbsolutePath() + "", name);
    run(clone, Map.of(), "mvn", "--batch-mode", "--quiet", "-Pdist", "-DskipGates");
    return clone;
  }

  private static Path archive(Path clone) throws IOException {
    try (Stream<Path> files = Files.list(clone.resolve("target"))) {
      return files.filter(file -> file.toString().endsWith(".tar.gz")).findFirst().orElseThrow();
    }
  }

  /** The checksum of everything released, by the name of its file. */
  private static Map<String, String> checksums(Path clone) throws IOException {
    Map<String, String> checksums = new TreeMap<>();
    try (Stream<Path> files = Files.list(clone.resolve("target"))) {
      for (Path file : files.filter(each -> each.toString().endsWith(".sha512")).toList()) {
        checksums.put(file.getFileName().toString(), Files.readString(file));
      }
    }
    assertThat(checksums).hasSize(5);
    return checksums;
  }

  /** All programs of the system except those that build, as links in one folder. */
  private static Path programsOfAUser() throws IOException {
    Path links = Files.createDirectories(folder.resolve("programs"));
    try (Stream<Path> programs = Files.list(Path.of("/usr/bin"))) {
      for (Path each : (Iterable<Path>) programs::iterator) {
        if (!TOOLS.contains(each.getFileName().toString())) {
          Files.createSymbolicLink(links.resolve(each.getFileName()), each);
        }
      }
    }
    return links;
  }

  /** All of the JDK's modules except its compilers and their kin. */
  private static String modules() {
    return ModuleLayer.boot().configuration().modules().stream()
        .map(module -> module.name())
        .filter(name -> name.startsWith("java.") || name.startsWith("jdk."))
        .filter(name -> !name.matches("jdk\\.(compiler|javadoc|jshell|jartool|jlink|jdeps).*"))
        .collect(Collectors.joining(","));
  }

  private static Map<String, String> environment(boolean hasJava) throws IOException {
    Map<String, String> environment = new TreeMap<>();
    environment.put("PATH", path.toString());
    environment.put("HOME", Files.createDirectories(folder.resolve("home")).toString());
    environment.put("BASIN_REPOSITORY", System.getProperty("user.home") + "/.m2/repository");
    environment.put("SPARK_DRIVER_MEMORY", "1g");
    if (hasJava) {
      environment.put("JAVA_HOME", runtime.toString());
    }
    return environment;
  }

  private static Ended basin(Path work, boolean hasJava, String... args) throws Exception {
    List<String> command = new ArrayList<>(List.of(program.toString()));
    for (String each : args) {
      boolean isFile = each.startsWith("conf/");
      command.add(isFile ? program.resolve("../..").normalize().resolve(each).toString() : each);
    }
    return start(work, environment(hasJava), command.toArray(String[]::new));
  }

  private static void run(Path where, Map<String, String> more, String... command)
      throws Exception {
    Map<String, String> environment = new TreeMap<>(System.getenv());
    environment.putAll(more);
    Ended ended = start(where, environment, command);
    assertThat(ended.status()).as(ended.out() + ended.err()).isZero();
  }

  private static Ended start(Path where, Map<String, String> environment, String... command)
      throws IOException, InterruptedException {
    Path out = Files.createTempFile(folder, "out", ".txt");
    Path err = Files.createTempFile(folder, "err", ".txt");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(where.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    Process process = builder.start();
    if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new IllegalStateException("no end after " + MINUTES + " minutes: " + command[0]);
    }
    return new Ended(process.exitValue(), Files.readString(out), Files.readString(err));
  }
}
