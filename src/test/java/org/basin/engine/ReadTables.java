package org.basin.engine;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.example.GroupReadSupport;
import org.basin.engine.publish.PublishedTables;
import org.basin.engine.storage.SweepFolder;

/** Reads Parquet files without Spark, which takes milliseconds, and shows every bit of a number. */
final class ReadTables {

  /** Lines of a row that differ between two runs of the same trials, and of tables of the runs. */
  private static final Set<String> FREE =
      Set.of("seconds", "attempt", "host", "computed", "verified");

  private static final String RUNS = "sweeps";

  private static final Configuration HADOOP = new Configuration();

  private ReadTables() {}

  /** Every row of every current table but that of the runs, by table. */
  static Optional<Map<String, List<String>>> current(SweepFolder folder) {
    return PublishedTables.find(folder).map(tables -> rows(folder, tables));
  }

  private static Map<String, List<String>> rows(SweepFolder folder, PublishedTables tables) {
    Map<String, List<String>> all = new TreeMap<>();
    for (String name : tables.names()) {
      if (!name.equals(RUNS)) {
        all.put(name, rows(folder, tables.path(name)));
      }
    }
    return all;
  }

  /** The rows of a folder of Parquet files, without the columns that may differ. */
  static List<String> rows(SweepFolder folder, Path table) {
    List<String> rows = new ArrayList<>();
    for (FileStatus file : PublishedTables.files(folder, table)) {
      try (ParquetReader<Group> reader =
          ParquetReader.builder(new GroupReadSupport(), file.getPath()).withConf(HADOOP).build()) {
        for (Group row = reader.read(); row != null; row = reader.read()) {
          rows.add(text(row));
        }
      } catch (IOException e) {
        throw new IllegalStateException("cannot read " + file.getPath(), e);
      }
    }
    return rows;
  }

  /** The ids of the trials of rows, as lines. */
  static List<String> ids(List<String> rows) {
    return rows.stream()
        .map(row -> row.lines().filter(line -> line.startsWith("trial_id")).findFirst().orElse(""))
        .toList();
  }

  private static String text(Group row) {
    return row.toString()
        .lines()
        .filter(line -> !FREE.contains(line.substring(0, Math.max(0, line.indexOf(':')))))
        .collect(Collectors.joining("\n"));
  }
}
