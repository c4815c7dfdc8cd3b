package org.basin.engine.work;

import java.io.IOException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.api.ReadSupport;
import org.apache.parquet.hadoop.example.GroupReadSupport;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;
import org.basin.engine.storage.MachineException;
import org.basin.engine.storage.ParquetFooters;
import org.basin.engine.storage.SweepFolder;
import org.basin.plan.Grid;
import org.basin.plan.TrialSpec;
import org.basin.tables.OutcomeTable;
import org.basin.train.Limits;
import org.basin.train.Verdict;

/**
 * Finds which of some trials are finished, without a session of Spark: it reads a few columns of
 * the committed work, file by file. It holds no more than the outcomes of what it is asked for.
 */
public final class FinishedTrials {

  private static final String ID = "trial_id";
  private static final String RETRY = OutcomeTable.RETRY;
  private static final String LIMITLESS = OutcomeTable.LIMITLESS_ID;

  /** What is read. Earlier versions of the work lack some of it. */
  private static final List<String> COLUMNS =
      List.of(
          ID,
          "verdict",
          "steps",
          "seconds",
          RETRY,
          LIMITLESS,
          OutcomeTable.MAX_STEPS,
          OutcomeTable.MAX_SECONDS);

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
   * Returns the verdicts of those of {@code trials} that are finished, by id. A trial is finished,
   * too, if a run would give it the outcome of another: see {@link ChangedLimits}.
   *
   * @throws org.basin.engine.storage.EngineException if the work is of a later version, or cannot
   *     be read
   */
  public static Map<String, Verdict> among(
      SweepFolder folder, Grid grid, Collection<TrialSpec> trials) {
    WorkVersion.require(folder);
    Map<String, String> limitless = new HashMap<>();
    for (TrialSpec trial : trials) {
      if (Limits.of(trial).isPresent()) {
        limitless.put(trial.id(), grid.idWithout(trial, Limits.PATHS));
      }
    }
    Set<String> wanted = new HashSet<>(limitless.values());
    trials.forEach(trial -> wanted.add(trial.id()));
    Map<String, Found> found = new HashMap<>();
    for (Slice slice : CommittedWork.of(folder).readable()) {
      for (Path file : slice.files(folder)) {
        try {
          add(new Configuration(folder.files().getConf()), file, wanted, found);
        } catch (IOException | RuntimeException e) {
          throw new MachineException(
              folder.shown(file) + " cannot be read; basin status looks closer", e);
        }
      }
    }
    Map<String, List<Found>> byLimitless =
        found.values().stream().collect(Collectors.groupingBy(Found::limitlessId));
    Map<String, Verdict> verdicts = new HashMap<>();
    for (TrialSpec trial : trials) {
      Found own = found.get(trial.id());
      if (own != null) {
        verdicts.put(trial.id(), own.end.verdict());
      } else if (limitless.containsKey(trial.id())) {
        Limits limits = Limits.of(trial).orElseThrow();
        boolean isBudgetShared = Limits.isBudgetShared(trial);
        byLimitless.getOrDefault(limitless.get(trial.id()), List.of()).stream()
            .map(Found::end)
            .filter(end -> end.endsUnder(limits, isBudgetShared))
            // As ChangedLimits chooses.
            .min(Comparator.comparing(end -> end.verdict() == Verdict.FAILED))
            .ifPresent(end -> verdicts.put(trial.id(), end.verdict()));
      }
    }
    return verdicts;
  }

  /** The outcome of a trial that counts among those that were read so far. */
  private record Found(int retry, String limitlessId, EndedTrial end) {}

  private static void add(
      Configuration hadoop, Path file, Set<String> wanted, Map<String, Found> found)
      throws IOException {
    try (ParquetFileReader footer = ParquetFooters.open(HadoopInputFile.fromPath(file, hadoop))) {
      MessageType all = footer.getFooter().getFileMetaData().getSchema();
      List<Type> read = COLUMNS.stream().filter(all::containsField).map(all::getType).toList();
      hadoop.set(ReadSupport.PARQUET_READ_SCHEMA, new MessageType(all.getName(), read).toString());
    }
    try (ParquetReader<Group> reader =
        ParquetReader.builder(new GroupReadSupport(), file).withConf(hadoop).build()) {
      for (Group row = reader.read(); row != null; row = reader.read()) {
        String id = row.getString(ID, 0);
        String limitless = EndedTrial.has(row, LIMITLESS) ? row.getString(LIMITLESS, 0) : "";
        if (wanted.contains(id) || wanted.contains(limitless)) {
          int retry = EndedTrial.has(row, RETRY) ? row.getInteger(RETRY, 0) : 0;
          // As PlannedOutcomes.counting: the slices come in the order of their names.
          found.merge(
              id,
              new Found(retry, limitless, EndedTrial.of(row)),
              (before, now) -> now.retry > before.retry ? now : before);
        }
      }
    }
  }
}
