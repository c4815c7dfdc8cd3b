package org.basin.engine;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigRenderOptions;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.basin.tables.OutcomeTable;

/**
 * What makes a slice of work finished: a file that Basin writes into the slice's folder once
 * Spark's write has returned, with the files that the folder holds then.
 *
 * @param version of the work's rows
 * @param files the length of each file in bytes, by name
 */
record SliceRecord(int version, Map<String, Long> files) {

  private static final String FILE = "_committed.json";

  /** Records a slice as it stands. */
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
    return ConfigFactory.parseMap(
                Map.of(
                    "version",
                    version,
                    "files",
                    files.entrySet().stream()
                        .map(file -> Map.of("name", file.getKey(), "length", file.getValue()))
                        .toList()))
            .root()
            .render(ConfigRenderOptions.concise())
        + "\n";
  }

  /** The record of a slice; empty if it has none, or a damaged one. */
  static Optional<SliceRecord> read(SweepFolder folder, Path slice) {
    try {
      // One that is not there and one that cannot be read are the same: the slice has none.
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
