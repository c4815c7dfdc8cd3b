package org.basin.engine.imported;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.basin.engine.storage.EngineException;
import org.basin.engine.storage.MachineException;
import org.basin.engine.storage.SealedFile;

/**
 * The files of one table to import: {@code trials.csv}, {@code trials.parquet}, or the files of a
 * folder {@code trials}, {@code trials.csv} or {@code trials.parquet}.
 *
 * @param table the table's name
 * @param shown the name of the file or folder, for messages
 * @param path where it stands
 * @param isCsv whether it is CSV and not Parquet
 * @param bytes its size
 */
record SourceFiles(String table, String shown, Path path, boolean isCsv, long bytes) {

  private static final List<String> CSV = List.of(".csv", ".csv.gz");
  private static final String PARQUET = ".parquet";

  /**
   * Finds the files of a table.
   *
   * @param folder the folder to import
   * @throws EngineException unless it holds the table exactly once
   */
  static SourceFiles find(Configuration hadoop, Path folder, String table) {
    try {
      FileSystem files = folder.getFileSystem(hadoop);
      List<String> names = new ArrayList<>(CSV.stream().map(end -> table + end).toList());
      names.addAll(List.of(table + PARQUET, table));
      List<Path> found = new ArrayList<>();
      for (FileStatus each : files.listStatus(folder)) {
        if (names.contains(each.getPath().getName())) {
          found.add(each.getPath());
        }
      }
      String must = table + ".parquet, " + table + ".csv or a folder " + table + " with such files";
      if (found.isEmpty()) {
        throw new EngineException(folder + ": has no table " + table + ", must hold " + must);
      }
      if (found.size() > 1) {
        String all = String.join(" and ", found.stream().map(Path::getName).sorted().toList());
        throw new EngineException(folder + ": has " + all + ", must hold the table once");
      }
      Path path = found.get(0);
      long bytes = files.getContentSummary(path).getLength();
      return new SourceFiles(table, path.getName(), path, isCsv(files, path), bytes);
    } catch (FileNotFoundException e) {
      throw new EngineException(folder + ": there is no such folder", e);
    } catch (IOException e) {
      throw new MachineException("cannot read " + folder + ": " + e.getMessage(), e);
    }
  }

  /** The files in a folder decide, not the folder's name. */
  private static boolean isCsv(FileSystem files, Path path) throws IOException {
    if (!files.getFileStatus(path).isDirectory()) {
      return isCsv(path);
    }
    List<Path> parts =
        Arrays.stream(files.listStatus(path))
            .map(FileStatus::getPath)
            .filter(file -> !SealedFile.isHidden(file.getName()))
            .toList();
    boolean csv = parts.stream().anyMatch(SourceFiles::isCsv);
    boolean parquet = parts.stream().anyMatch(file -> file.getName().endsWith(PARQUET));
    if (csv == parquet) {
      String has = csv ? "both .csv and .parquet files" : "no .csv or .parquet file";
      throw new EngineException(path.getName() + ": has " + has + ", must hold files of one kind");
    }
    return csv;
  }

  private static boolean isCsv(Path file) {
    return CSV.stream().anyMatch(file.getName()::endsWith);
  }

  /**
   * A file of the table as messages name it.
   *
   * @param file the file's address, as Spark gives it
   */
  String shown(String file) {
    String name = new Path(file).getName();
    return name.equals(shown) ? name : shown + "/" + name;
  }
}
