package org.basin.cli;

import org.basin.engine.Build;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} prints: Basin's version, Spark's and Java's. */
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
