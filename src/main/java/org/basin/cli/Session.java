package org.basin.cli;

import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.config.Configurator;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.SparkSession;
import org.basin.engine.storage.EngineSettings;

/**
 * The one place where a Spark session starts. Settings of {@code spark-submit}, its properties file
 * or {@code --conf} take precedence over everything set here.
 */
final class Session implements AutoCloseable {
  private static final String LOCAL = "local[*]";

  private final SparkSession spark;

  private final EngineSettings settings;

  private Session(SparkSession spark, EngineSettings settings) {
    this.spark = spark;
    this.settings = settings;
  }

  /** Starts a session for training. On a cluster, Spark's web page shows its progress. */
  static Session forRun(String sweep) {
    SparkConf conf = new SparkConf();
    boolean isLocal = conf.get("spark.master", LOCAL).startsWith("local");
    if (isLocal) {
      // The steps of trials are shown as they are heard of with heartbeats, which cost nothing
      // here.
      conf.setIfMissing("spark.executor.heartbeatInterval", "2s");
    }
    return start(conf, "basin run " + sweep, !isLocal);
  }

  /** Starts a session for a query or a statistic, without Spark's web page. */
  static Session forQuery(String verb) {
    Session session = start(new SparkConf(), "basin " + verb, false);
    // A task fails because of its query or a damaged file, and the verb reports that in one line.
    Configurator.setLevel("org.apache.spark.scheduler.TaskSetManager", Level.OFF);
    return session;
  }

  private static Session start(SparkConf conf, String name, boolean showsPage) {
    // Without --name, spark-submit names the session after this class.
    if (conf.get("spark.app.name", Basin.class.getName()).equals(Basin.class.getName())) {
      conf.set("spark.app.name", name);
    }
    conf.setIfMissing("spark.ui.enabled", Boolean.toString(showsPage));
    if (conf.get("spark.master", LOCAL).startsWith("local")) {
      // Otherwise Spark ends this process, the driver included, when one task runs out of memory.
      conf.setIfMissing("spark.executor.killOnFatalError.depth", "0");
    }
    // A session without a master, as under plain `java -cp`, runs on this machine.
    conf.setIfMissing("spark.master", LOCAL);
    EngineSettings settings = EngineSettings.load();
    MasterCheck.check(conf.get("spark.master"), settings.reachSeconds());
    // Nothing is ever stored there. Spark's default is a folder below the current one, which
    // Spark creates in the wrong place if the path contains a space.
    conf.setIfMissing("spark.sql.warehouse.dir", System.getProperty("java.io.tmpdir"));
    return new Session(SparkSession.builder().config(conf).getOrCreate(), settings);
  }

  SparkSession spark() {
    return spark;
  }

  /** How the engine cuts the work into tasks and commits it. */
  EngineSettings settings() {
    return settings;
  }

  @Override
  public void close() {
    spark.stop();
  }
}
