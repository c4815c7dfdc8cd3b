import java.util.concurrent.atomic.AtomicLong;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.apache.spark.sql.SparkSession;

/**
 * What Spark's driver takes for a task, and to commit a file: inputs of efficiency.py, as JSON. From
 * the project's folder, after submit/basin has built it:
 *
 * <pre>java @submit/jvm-options -Xmx2g -cp "target/basin.jar:target/spark/jars/*" \
 *   src/bench/scaling/TaskRate.java FOLDER</pre>
 *
 * FOLDER, on the file system to be measured, gets files that are deleted again.
 */
public final class TaskRate {
  private static final int TASKS = 20_000;
  private static final int FILES = 2_000;

  public static void main(String[] args) throws Exception {
    SparkSession spark =
        SparkSession.builder().master("local[2]").config("spark.ui.enabled", "false").getOrCreate();
    AtomicLong lastTask = new AtomicLong();
    spark
        .sparkContext()
        .addSparkListener(
            new SparkListener() {
              @Override
              public void onTaskEnd(SparkListenerTaskEnd end) {
                lastTask.set(end.taskInfo().finishTime());
              }
            });
    spark.range(0, TASKS, 1, TASKS).toJavaRDD().count(); // Warm.
    long start = System.currentTimeMillis();
    spark.range(0, TASKS, 1, TASKS).toJavaRDD().count();
    double task = (System.currentTimeMillis() - start) / 1e3 / TASKS;
    String path = args[0] + "/task-rate";
    spark.range(0, FILES, 1, FILES).write().parquet(path);
    long end = System.currentTimeMillis();
    Thread.sleep(2000);
    double file = (end - lastTask.get()) / 1e3 / FILES;
    System.out.printf(
        "{\"seconds_a_task\": %.3g, \"seconds_a_file\": %.3g}%n", task, file);
    org.apache.hadoop.fs.Path made = new org.apache.hadoop.fs.Path(path);
    made.getFileSystem(spark.sparkContext().hadoopConfiguration()).delete(made, true);
    spark.stop();
  }
}
