package org.basin.cli;

import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.config.Configurator;
import org.apache.spark.SecurityManager;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.SparkSession;
import org.basin.engine.health.FirstExecutor;
import org.basin.engine.storage.EngineSettings;
import org.basin.engine.storage.LocalFiles;
import org.basin.engine.storage.MachineException;

/**
 * The one place where a Spark session starts. Settings of {@code spark-submit}, its properties file
 * or {@code --conf} take precedence over everything set here.
 */
final class Session implements AutoCloseable {
  private static final String LOCAL = "local[*]";

  /** An address that no other machine reaches. */
  private static final String LOOPBACK = "127.0.0.1";

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
    return start(conf, "basin run " + sweep, !isLocal).awaitExecutor();
  }

  /** Starts a session for a query or a statistic, without Spark's web page. */
  static Session forQuery(String verb) {
    return forCheck(verb).awaitExecutor();
  }

  /** Starts a session whose executors are the verb's own question. */
  static Session forCheck(String verb) {
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
    if (isOneProcess(conf.get("spark.master"))) {
      conf.setIfMissing(LocalFiles.SPARK_KEY, LocalFiles.class.getName());
    }
    secure(conf);
    EngineSettings settings = EngineSettings.load();
    MasterCheck.check(conf, settings.reachSeconds());
    // Nothing is ever stored there. Spark's default is a folder below the current one, which
    // Spark creates in the wrong place if the path contains a space.
    conf.setIfMissing("spark.sql.warehouse.dir", System.getProperty("java.io.tmpdir"));
    return new Session(SparkSession.builder().config(conf).getOrCreate(), settings);
  }

  /** Whether driver and executor are one process. */
  private static boolean isOneProcess(String master) {
    return master.equals("local") || master.startsWith("local[");
  }

  /**
   * In local mode Spark listens on two ports, of the driver and of its blocks, which it cannot do
   * without. They are on the loopback, and whoever does not know a secret that Spark makes for this
   * session is refused: other users of the machine would otherwise reach them.
   */
  private static void secure(SparkConf conf) {
    if (isOneProcess(conf.get("spark.master"))) {
      conf.setIfMissing("spark.driver.bindAddress", LOOPBACK);
      conf.setIfMissing("spark.driver.host", LOOPBACK);
      conf.setIfMissing("spark.authenticate", "true");
      conf.setIfMissing("spark.network.crypto.enabled", "true");
      conf.setIfMissing("spark.network.crypto.saslFallback", "false");
    } else if (System.getenv(SecurityManager.ENV_AUTH_SECRET()) != null) {
      // Executors, masters and workers read the variable themselves; of a driver, Spark requires
      // the setting. Spark never hands it on as a setting.
      conf.setIfMissing(
          SecurityManager.SPARK_AUTH_SECRET_CONF(),
          System.getenv(SecurityManager.ENV_AUTH_SECRET()));
    }
  }

  private Session awaitExecutor() {
    try {
      if (!spark.sparkContext().isLocal()) {
        FirstExecutor.await(spark, settings.reachSeconds(), settings.executorSeconds());
      }
      return this;
    } catch (MachineException e) {
      close();
      throw e;
    }
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
