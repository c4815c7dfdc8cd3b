package org.basin.testing;

import org.apache.spark.sql.SparkSession;
import org.basin.engine.storage.LocalFiles;

/** The one local Spark session of a test JVM: every further one would cost seconds. */
public final class SharedSpark {

  private static SparkSession session;

  private SharedSpark() {}

  /** The session, on two cores, with the launcher's four attempts. No test stops it. */
  public static synchronized SparkSession session() {
    if (session == null || session.sparkContext().isStopped()) {
      session =
          SparkSession.builder()
              .master("local[2,4]")
              .config("spark.ui.enabled", "false")
              .config("spark.sql.warehouse.dir", "target/warehouse")
              .config(LocalFiles.SPARK_KEY, LocalFiles.class.getName())
              .getOrCreate();
      // For the queries of tests, whose rows are few: to compile code for them would take longer.
      // Basin's own take what Basin sets.
      session.conf().set("spark.sql.shuffle.partitions", "2");
      session.conf().set("spark.sql.adaptive.enabled", "false");
      session.conf().set("spark.sql.codegen.wholeStage", "false");
      session.conf().set("spark.sql.codegen.factoryMode", "NO_CODEGEN");
    }
    return session;
  }
}
