package org.basin.cli;

import org.basin.engine.Build;
import picocli.CommandLine.IVersionProvider;

/** Prints what {@code --version} shows: the versions of Basin, Spark and Java. */
final class Version implements IVersionProvider {
  @Override
  public String[] getVersion() {
    return new String[] {
      "basin "
          + Build.OWN.version()
          + " (Spark "
          + org.apache.spark.package$.MODULE$.SPARK_VERSION()
          + ", Java "
          + Runtime.version()
          + ")"
    };
  }
}
