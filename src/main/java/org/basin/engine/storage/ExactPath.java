package org.basin.engine.storage;

import java.util.List;
import java.util.regex.Pattern;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.DataFrameReader;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Reads the files at a path literally. By default, Spark treats brackets and stars in a path as a
 * pattern.
 */
public final class ExactPath {

  private static final Pattern SIGNS = Pattern.compile("[{}\\[\\]*?\\\\]");

  private ExactPath() {}

  /** Returns a reader for one path. For several paths, use {@link #parquet}. */
  public static DataFrameReader reader(SparkSession spark) {
    return spark.read().option("__globPaths__", "false");
  }

  /**
   * Reads several paths, each once. With patterns switched off, Spark 4.2 reads all paths again for
   * each path that looks like a pattern; such paths are therefore read one by one.
   *
   * @param reader the result of {@link #reader}
   * @param paths at least one path
   */
  public static Dataset<Row> parquet(DataFrameReader reader, List<Path> paths) {
    if (paths.stream().noneMatch(path -> SIGNS.matcher(path.toString()).find())) {
      return reader.parquet(paths.stream().map(Path::toString).toArray(String[]::new));
    }
    return paths.stream()
        .map(path -> reader.parquet(path.toString()))
        .reduce(Dataset::union)
        .orElseThrow();
  }
}
