package org.basin.engine;

import java.util.List;
import java.util.regex.Pattern;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.DataFrameReader;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Reads what stands at a path, where Spark would take brackets and stars in it for a pattern. */
final class ExactPath {

  private static final Pattern SIGNS = Pattern.compile("[{}\\[\\]*?\\\\]");

  private ExactPath() {}

  /** A reader of one path; {@link #parquet} reads several. */
  static DataFrameReader reader(SparkSession spark) {
    return spark.read().option("__globPaths__", "false");
  }

  /**
   * Reads several paths, each once. Where patterns are off, Spark 4.2 reads all of the paths once
   * for each one that looks like a pattern; such paths are read one by one.
   *
   * @param reader of {@link #reader}
   * @param paths at least one
   */
  static Dataset<Row> parquet(DataFrameReader reader, List<Path> paths) {
    if (paths.stream().noneMatch(path -> SIGNS.matcher(path.toString()).find())) {
      return reader.parquet(paths.stream().map(Path::toString).toArray(String[]::new));
    }
    return paths.stream()
        .map(path -> reader.parquet(path.toString()))
        .reduce(Dataset::union)
        .orElseThrow();
  }
}
