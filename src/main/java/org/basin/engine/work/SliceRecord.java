package org.basin.engine.work;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.basin.engine.publish.PublishedTables;
import org.basin.engine.storage.Causes;
import org.basin.engine.storage.EngineException;
import org.basin.engine.storage.JsonLine;
import org.basin.engine.storage.MachineException;
import org.basin.engine.storage.SealedFile;
import org.basin.engine.storage.SweepFolder;
import org.basin.tables.OutcomeTable;

/**
 * The record that marks a slice of work as finished. Basin writes this file into the slice's folder
 * after Spark's write has returned. It lists the files that the folder holds at that time.
 *
 * @param version the version of the work's rows
 * @param files all files
 */
record SliceRecord(int version, List<SealedFile> files) {

  private static final String FILE = "_committed.json";

  /**
   * Records a slice as it is now.
   *
   * @throws MachineException if one of its files cannot be read
   */
  static SliceRecord write(SweepFolder folder, Path slice) {
    List<SealedFile> files = new ArrayList<>();
    for (FileStatus file : PublishedTables.files(folder, slice)) {
      try {
        files.add(SealedFile.of(folder.files(), file));
      } catch (IOException e) {
        String why = Causes.line(e);
        throw new MachineException("cannot read " + file.getPath() + " again: " + why, e);
      }
    }
    SliceRecord record = new SliceRecord(OutcomeTable.VERSION, files);
    folder.write(new Path(slice, FILE), record.json());
    return record;
  }

  private String json() {
    return JsonLine.of(
            Map.of("version", version, "files", files.stream().map(SliceRecord::json).toList()))
        + "\n";
  }

  private static Map<String, Object> json(SealedFile file) {
    return Map.of("name", file.name(), "length", file.length(), "footer", file.footer());
  }

  /** Reads the record of a slice; empty if it has none or a damaged one. */
  static Optional<SliceRecord> read(SweepFolder folder, Path slice) {
    try {
      // A missing record and an unreadable one mean the same: the slice has no record.
      Config all = ConfigFactory.parseString(folder.read(new Path(slice, FILE)));
      List<SealedFile> files = new ArrayList<>();
      for (Config each : all.getConfigList("files")) {
        // Earlier versions recorded no footers.
        long footer = each.hasPath("footer") ? each.getLong("footer") : SealedFile.UNKNOWN;
        files.add(new SealedFile(each.getString("name"), each.getLong("length"), footer));
      }
      return Optional.of(new SliceRecord(all.getInt("version"), files));
    } catch (EngineException | ConfigException e) {
      return Optional.empty();
    }
  }
}
