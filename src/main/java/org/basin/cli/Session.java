package org.basin.cli;

import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.config.Configurator;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.SparkSession;
import org.basin.engine.EngineSettings;

/**
 * The one place where a Spark session starts. Everything set here yields to what {@code
 * spark-submit}, its properties file or {@code --conf} says.
 */
final class Session implements AutoCloseable {
  private static final String LOCAL = "local[*]";

  private final SparkSession spark;

  private final EngineSettings settings;

  private Session(SparkSession spark, EngineSettings settings) {
    this.spark = spark;
    this.settings = settings;
  }

  /** A session for training: on a cluster, Spark's web page shows its progress. */
  static Session forRun(String sweep) {
    SparkConf conf = new SparkConf();
    return start(conf, "basin run " + sweep, !conf.get("spark.master", LOCAL).startsWith("local"));
  }

  /** A session for a query or a statistic, without Spark's web page. */
  static Session forQuery(String verb) {
    Session session = start(new SparkConf(), "basin " + verb, false);
    // A task fails by its query or by a damaged file: the verb says which, in one line.
    Configurator.setLevel("org.apache.spark.scheduler.TaskSetManager", Level.OFF);
    return session;
  }

  private static Session start(SparkConf conf, String name, boolean showsPage) {
    // spark-submit without --name names the session after this class.
    if (conf.get("spark.app.name", Basin.class.getName()).equals(Basin.class.getName())) {
      conf.set("spark.app.name", name);
    }
    conf.setIfMissing("spark.ui.enabled", Boolean.toString(showsPage));
    if (conf.get("spark.master", LOCAL).startsWith("local")) {
      // Spark would end this process, the driver's too, where one task runs out of memory.
      conf.setIfMissing("spark.executor.killOnFatalError.depth", "0");
    }
    // A session without a master, as under plain `java -cp`, runs on this machine.
    conf.setIfMissing("spark.master", LOCAL);
    EngineSettings settings = EngineSettings.load();
    Master.check(conf.get("spark.master"), settings.reachSeconds());
    // Nothing is ever kept there. By default it is below the folder one works in, and is made
    // beside
    // it where its name has a space.
    conf.setIfMissing("spark.sql.warehouse.dir", System.getProperty("java.io.tmpdir"));
    return new Session(SparkSession.builder().config(conf).getOrCreate(), settings);
  }

  SparkSession spark() {
    return spark;
  }

  /** How the engine cuts and keeps the work. */
  EngineSettings settings() {
    return settings;
  }

  @Override
  public void close() {
    spark.stop();
  }
}
