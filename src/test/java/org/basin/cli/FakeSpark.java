package org.basin.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/** A folder that the launcher takes for an installed Spark, whose spark-submit prints its words. */
final class FakeSpark {

  private FakeSpark() {}

  /** Makes it, with YARN and Kubernetes, and returns its folder, the {@code SPARK_HOME}. */
  static Path in(Path folder) throws IOException {
    Path home = Files.createDirectories(folder.resolve("spark"));
    Path submit = Files.createDirectories(home.resolve("bin")).resolve("spark-submit");
    Files.writeString(submit, "#!/bin/sh\nprintf '%s\\n' \"$@\"\nenv\n");
    Files.setPosixFilePermissions(submit, PosixFilePermissions.fromString("rwx------"));
    Path jars = Files.createDirectories(home.resolve("jars"));
    for (String module : List.of("sql", "yarn", "kubernetes")) {
      Files.createFile(jars.resolve("spark-" + module + "_2.13-0.jar"));
    }
    return home;
  }
}
