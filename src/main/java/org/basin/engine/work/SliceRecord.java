package org.basin.engine.work;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.basin.engine.publish.PublishedTables;
import org.basin.engine.storage.EngineException;
import org.basin.engine.storage.JsonLine;
import org.basin.engine.storage.SweepFolder;
import org.basin.tables.OutcomeTable;

/**
 * The record that marks a slice of work as finished. Basin writes this file into the slice's folder
 * after Spark's write has returned. It lists the files that the folder holds at that time.
 *
 * @param version the version of the work's rows
 * @param files the length of each file in bytes, by name
 */
record SliceRecord(int version, Map<String, Long> files) {

  private static final String FILE = "_committed.json";

  /** Records a slice as it is now. */
  static SliceRecord write(SweepFolder folder, Path slice) {
    Map<String, Long> files = new TreeMap<>();
    for (FileStatus file : PublishedTables.files(folder, slice)) {
      files.put(file.getPath().getName(), file.getLen());
    }
    SliceRecord record = new SliceRecord(OutcomeTable.VERSION, files);
    folder.write(new Path(slice, FILE), record.json());
    return record;
  }

  private String json() {
    return JsonLine.of(
            Map.of(
                "version",
                version,
                "files",
                files.entrySet().stream()
                    .map(file -> Map.of("name", file.getKey(), "length", file.getValue()))
                    .toList()))
        + "\n";
  }

  /** Reads the record of a slice; empty if it has none or a damaged one. */
  static Optional<SliceRecord> read(SweepFolder folder, Path slice) {
    try {
      // A missing record and an unreadable one mean the same: the slice has no record.
      Config all = ConfigFactory.parseString(folder.read(new Path(slice, FILE)));
      Map<String, Long> files = new TreeMap<>();
      for (Config each : all.getConfigList("files")) {
        files.put(each.getString("name"), each.getLong("length"));
      }
      return Optional.of(new SliceRecord(all.getInt("version"), files));
    } catch (EngineException | ConfigException e) {
      return Optional.empty();
    }
  }
}
