package org.basin.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** A Spark for a kind of cluster, as an installation has it: the launcher's jars and more. */
final class InstalledSpark {

  private static final Path ROOT = Path.of("").toAbsolutePath();

  private InstalledSpark() {}

  /**
   * Makes it below {@code target}, and returns its folder, the {@code SPARK_HOME}. The launcher
   * must have run once.
   *
   * @param more further jars; one whose library the launcher has in any version is left out
   * @param kind names the folder
   */
  static Path with(List<Path> more, String kind) throws IOException {
    Path home = ROOT.resolve("target/spark-" + kind);
    Path jars = Files.createDirectories(home.resolve("jars"));
    try (Stream<Path> old = Files.list(jars)) {
      for (Path link : old.toList()) {
        Files.delete(link);
      }
    }
    Set<String> linked = new HashSet<>();
    try (Stream<Path> launchers = Files.list(ROOT.resolve("target/spark/jars"))) {
      for (Path jar : Stream.concat(launchers, more.stream()).toList()) {
        String name = jar.getFileName().toString();
        if (linked.add(name.replaceFirst("-\\d.*", "")) || !more.contains(jar)) {
          Files.createSymbolicLink(jars.resolve(name), jar.toRealPath());
        }
      }
    }
    Path submit = Files.createDirectories(home.resolve("bin")).resolve("spark-submit");
    Files.copy(
        ROOT.resolve("src/test/hadoop/spark-submit"), submit, StandardCopyOption.REPLACE_EXISTING);
    Files.setPosixFilePermissions(submit, PosixFilePermissions.fromString("rwxr-xr-x"));
    return home;
  }
}
