import org.apache.spark.sql.SparkSession;
import org.basin.engine.storage.EngineSettings;
import org.basin.engine.SqlJob;
import org.basin.engine.storage.SweepFolder;

/**
 * Times one query over a sweep's tables, again and again in one session: what a second question
 * costs. From the project's folder, after submit/basin has built it:
 *
 * <pre>java @submit/jvm-options -Xmx2g -cp "target/basin.jar:target/spark/jars/*" \
 *   src/bench/scaling/WarmSql.java output million "SELECT ..."</pre>
 */
public final class WarmSql {
  public static void main(String[] args) throws Exception {
    SparkSession spark =
        SparkSession.builder()
            .master("local[*]")
            .config("spark.ui.enabled", "false")
            .getOrCreate();
    SqlJob job = new SqlJob(spark, EngineSettings.load());
    SweepFolder folder =
        SweepFolder.of(spark.sparkContext().hadoopConfiguration(), args[0], args[1]);
    for (int run = 1; run <= 5; run++) {
      long start = System.nanoTime();
      int rows = job.query(folder, args[2]).collectAsList().size();
      System.out.printf("run %d: %d rows in %.2f s%n", run, rows, (System.nanoTime() - start) / 1e9);
    }
    spark.stop();
  }
}
