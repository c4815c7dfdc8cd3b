package org.basin.engine.work;

import java.io.IOException;
import java.util.Collection;
import java.util.HashSet;
import java.util.Properties;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.api.ReadSupport;
import org.apache.parquet.hadoop.example.GroupReadSupport;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.parquet.schema.MessageType;
import org.basin.engine.storage.MachineException;
import org.basin.engine.storage.SweepFolder;

/**
 * Finds which of some trials are finished, without a session of Spark: it reads the column of ids
 * in the committed work, one after the other. It holds no more ids than it is asked for.
 */
public final class FinishedTrials {

  private static final String ID = "trial_id";
  private static final String HADOOP = "spark.hadoop.";

  private FinishedTrials() {}

  /** Returns Hadoop's configuration as Spark makes it of the options of {@code spark-submit}. */
  public static Configuration hadoop(Properties options) {
    Configuration hadoop = new Configuration();
    for (String name : options.stringPropertyNames()) {
      if (name.startsWith(HADOOP)) {
        hadoop.set(name.substring(HADOOP.length()), options.getProperty(name));
      }
    }
    return hadoop;
  }

  /**
   * Returns those of {@code ids} whose trials are finished.
   *
   * @throws org.basin.engine.storage.EngineException if the work is of another version, or cannot
   *     be read
   */
  public static Set<String> among(SweepFolder folder, Collection<String> ids) {
    WorkVersion.require(folder);
    Set<String> finished = new HashSet<>();
    for (Slice slice : CommittedWork.of(folder).readable()) {
      for (Path file : slice.files(folder)) {
        try {
          add(new Configuration(folder.files().getConf()), file, Set.copyOf(ids), finished);
        } catch (IOException | RuntimeException e) {
          throw new MachineException(
              folder.shown(file) + " cannot be read; basin status looks closer", e);
        }
      }
    }
    return finished;
  }

  private static void add(Configuration hadoop, Path file, Set<String> wanted, Set<String> finished)
      throws IOException {
    try (ParquetFileReader footer =
        ParquetFileReader.open(HadoopInputFile.fromPath(file, hadoop))) {
      MessageType all = footer.getFooter().getFileMetaData().getSchema();
      MessageType ids = new MessageType(all.getName(), all.getType(ID));
      hadoop.set(ReadSupport.PARQUET_READ_SCHEMA, ids.toString());
    }
    try (ParquetReader<Group> reader =
        ParquetReader.builder(new GroupReadSupport(), file).withConf(hadoop).build()) {
      for (Group row = reader.read(); row != null; row = reader.read()) {
        String id = row.getString(ID, 0);
        if (wanted.contains(id)) {
          finished.add(id);
        }
      }
    }
  }
}
