package org.basin.engine.work;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.example.GroupReadSupport;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.SerializableConfiguration;
import org.basin.engine.publish.PublishedTables;
import org.basin.engine.storage.Causes;
import org.basin.engine.storage.SweepFolder;
import scala.Tuple2;

/**
 * Finds files that cannot be read, by reading each of them to the end. This finds damage that
 * neither names nor lengths show. It takes as long as reading all data, so it is done only after a
 * reader has failed.
 */
public final class UnreadableFiles {

  /**
   * The options with which Spark reads, so that a damaged page is reported and not taken for data.
   */
  public static final Map<String, String> CHECKED =
      Map.of("parquet.page.verify-checksum.enabled", "true");

  private UnreadableFiles() {}

  /** Returns the readable slices that contain an unreadable file, each with the reason. */
  static List<Slice> damaged(SparkSession spark, CommittedWork committed) {
    SweepFolder folder = committed.folder();
    Map<String, Slice> byFile = new TreeMap<>();
    for (Slice slice : committed.readable()) {
      slice.files(folder).forEach(file -> byFile.put(file.toString(), slice));
    }
    List<Slice> damaged = new ArrayList<>();
    unreadable(spark, List.copyOf(byFile.keySet()))
        .forEach(
            (file, why) ->
                damaged.add(
                    byFile.get(file).damaged(new Path(file).getName() + " is unreadable" + why)));
    return damaged;
  }

  /** The first unreadable file of {@code tables}, in one line; empty if all can be read. */
  public static Optional<String> problem(
      SparkSession spark, SweepFolder folder, PublishedTables standing, List<String> tables) {
    Map<String, String> shown = new TreeMap<>();
    for (String table : tables) {
      for (FileStatus file : PublishedTables.files(folder, standing.path(table))) {
        Path plain = new Path(folder.table(table), file.getPath().getName());
        shown.put(file.getPath().toString(), folder.shown(plain));
      }
    }
    return unreadable(spark, List.copyOf(shown.keySet())).entrySet().stream()
        .findFirst()
        .map(bad -> shown.get(bad.getKey()) + " is unreadable" + bad.getValue());
  }

  /** The reasons why files cannot be read, by file. */
  private static Map<String, String> unreadable(SparkSession spark, List<String> files) {
    if (files.isEmpty()) {
      return Map.of();
    }
    var hadoop = new SerializableConfiguration(spark.sparkContext().hadoopConfiguration());
    return new TreeMap<>(
        JavaSparkContext.fromSparkContext(spark.sparkContext())
            .parallelize(files, files.size())
            .mapToPair(file -> new Tuple2<>(file, read(new Path(file), hadoop)))
            .filter(pair -> !pair._2().isEmpty())
            .collectAsMap());
  }

  /** Reads a file to its end. Returns the reason why that fails; empty if it succeeds. */
  private static String read(Path file, SerializableConfiguration hadoop) {
    try (ParquetReader<Group> reader =
        ParquetReader.builder(new GroupReadSupport(), file)
            .withConf(hadoop.value())
            .usePageChecksumVerification()
            .build()) {
      Group row = reader.read();
      while (row != null) {
        row = reader.read();
      }
      return "";
    } catch (IOException | RuntimeException e) {
      boolean isDenied = Causes.line(e).endsWith("(Permission denied)");
      return isDenied ? " (permission denied)" : " (" + e.getClass().getSimpleName() + ")";
    }
  }
}
