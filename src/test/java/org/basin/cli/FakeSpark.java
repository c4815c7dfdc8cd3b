package org.basin.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/** A folder that the launcher takes for an installed Spark, whose spark-submit prints its words. */
final class FakeSpark {

  /** Basin is built for it, so the launcher takes no other. */
  private static final String VERSION = org.apache.spark.package$.MODULE$.SPARK_VERSION();

  private FakeSpark() {}

  /** The jar of a module, such as {@code sql}, by which the launcher knows what there is. */
  static Path jar(Path home, String module) {
    return home.resolve("jars/spark-" + module + "_2.13-" + VERSION + ".jar");
  }

  /** Makes it, with YARN and Kubernetes, and returns its folder, the {@code SPARK_HOME}. */
  static Path in(Path folder) throws IOException {
    Path home = Files.createDirectories(folder.resolve("spark"));
    Path submit = Files.createDirectories(home.resolve("bin")).resolve("spark-submit");
    Files.writeString(submit, "#!/bin/sh\nprintf '%s\\n' \"$@\"\nenv\n");
    Files.setPosixFilePermissions(submit, PosixFilePermissions.fromString("rwx------"));
    Files.createDirectories(home.resolve("jars"));
    for (String module : List.of("sql", "yarn", "kubernetes")) {
      Files.createFile(jar(home, module));
    }
    return home;
  }
}
