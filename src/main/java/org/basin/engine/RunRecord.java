package org.basin.engine;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.basin.engine.storage.EngineException;
import org.basin.engine.storage.JsonLine;
import org.basin.engine.storage.Machine;
import org.basin.engine.storage.RecordedProvenance;
import org.basin.engine.storage.SweepFolder;
import org.basin.engine.work.RunCounters;
import org.basin.plan.ImportedTrials;
import org.basin.plan.Part;
import org.basin.plan.Semantics;
import org.basin.plan.Sweep;
import org.basin.settings.Provenance;
import org.basin.tables.SweepTable;

/**
 * A run's row of {@code sweeps}. It is kept as one line of JSON in the work folder from the start
 * of the run, so that a run that is killed leaves its row too.
 */
public final class RunRecord {

  private static final String SEMANTICS = "semantics_version";

  private final SweepFolder folder;
  private final String runId;
  private final Map<String, Object> values = new TreeMap<>();

  private RunRecord(SweepFolder folder, String runId) {
    this.folder = folder;
    this.runId = runId;
  }

  /**
   * What a run was asked to do.
   *
   * @param file the sweep file as the user named it; empty if that is not known
   * @param variant which of the file's variants was run; empty if none was
   * @param settings the {@code --set} options
   * @param configuration the resolved configuration, as HOCON
   */
  record Command(String file, String variant, List<String> settings, String configuration) {
    static final Command UNKNOWN = new Command("", "", List.of(), "");
  }

  /**
   * Starts the record of a run that starts now.
   *
   * @param part the part of the sweep that it trains; empty for the whole sweep
   * @param committedBefore the number of its trials that were committed already
   */
  static RunRecord start(
      SweepFolder folder,
      String runId,
      Sweep sweep,
      Optional<Part> part,
      JobRequest request,
      SparkSession spark,
      long committedBefore) {
    RunRecord run = new RunRecord(folder, runId);
    part.ifPresent(of -> run.values.put("part", of.toString()));
    Build build = Build.OWN;
    run.values.put("run_id", runId);
    run.values.put("sweep", sweep.name());
    run.values.put("start", Instant.now().toString());
    if (!request.file().isEmpty()) {
      run.values.put("file", request.file());
      run.values.put("overrides", request.settings());
    }
    if (!request.variant().isEmpty()) {
      run.values.put("variant", request.variant());
    }
    if (!request.retries().isEmpty()) {
      run.values.put("retried", request.retryTexts());
    }
    run.values.put("configuration", sweep.resolved());
    run.values.put("configuration_hash", sweep.hash());
    RecordedProvenance.put(sweep.plan().provenance(), run.values);
    ImportedRecord.put(sweep.plan(), run.values);
    run.values.put("version", build.version());
    run.values.put("commit", build.commit());
    run.values.put("schema_version", SweepTable.VERSION);
    run.values.put(SEMANTICS, Semantics.VERSION);
    run.values.put("spark", spark.version());
    run.values.put("master", spark.sparkContext().master());
    run.values.put("driver", Machine.describe());
    run.values.put("committed_before", committedBefore);
    run.write();
    return run;
  }

  /** Completes the record when the run ends. */
  void end(long planned, long trained, RunCounters tally, List<String> failures) {
    values.put("end", Instant.now().toString());
    values.put("planned", planned);
    values.put("trained", trained);
    values.put("machines", List.copyOf(tally.machines()));
    values.put("gigaflops", tally.gigaflops());
    values.put("failures", failures);
    write();
  }

  /** Completes the record of an import, which trained nothing. */
  void imported(long planned) {
    values.put("end", Instant.now().toString());
    values.put("planned", planned);
    values.put("trained", 0L);
    values.put("failures", List.of());
    write();
  }

  private void write() {
    folder.write(folder.run(runId), JsonLine.of(values) + "\n");
  }

  /** Returns all records as the table {@code sweeps}. */
  static Dataset<Row> table(SparkSession spark, SweepFolder folder) {
    List<String> lines =
        folder.runs().stream()
            .filter(run -> read(folder, run).isPresent())
            .map(run -> folder.read(folder.run(run)))
            .toList();
    return spark
        .read()
        .schema(SweepTable.SCHEMA)
        .json(spark.createDataset(lines, Encoders.STRING()))
        .filter("run_id IS NOT NULL");
  }

  /** Reads a record; empty if it is incomplete or damaged. */
  private static Optional<Config> read(SweepFolder folder, String run) {
    try {
      return Optional.of(ConfigFactory.parseString(folder.read(folder.run(run))))
          .filter(config -> config.hasPath("run_id") && config.hasPath("configuration"));
    } catch (ConfigException e) {
      return Optional.empty();
    }
  }

  /** Returns the runs whose records cannot be read. */
  static List<String> unreadable(SweepFolder folder) {
    return folder.runs().stream().filter(run -> read(folder, run).isEmpty()).toList();
  }

  /** What the folder's last run was asked to do; empty if no run has left a readable record. */
  static Optional<Command> command(SweepFolder folder) {
    return last(folder).map(RunRecord::command);
  }

  private static Optional<Config> last(SweepFolder folder) {
    List<String> runs = folder.runs();
    for (int i = runs.size() - 1; i >= 0; i--) {
      Optional<Config> run = read(folder, runs.get(i));
      if (run.isPresent()) {
        return run;
      }
    }
    return Optional.empty();
  }

  /** Whether every run that left a readable record planned the same trials as {@code sweep}. */
  static boolean areOfPlan(SweepFolder folder, Sweep sweep) {
    return folder.runs().stream()
        .flatMap(run -> read(folder, run).stream())
        .map(run -> run.getString("configuration"))
        .distinct()
        .allMatch(before -> PlanDifference.lines(before, sweep.resolved()).isEmpty());
  }

  /**
   * Refuses to mix trials of another semantics version with this one's in the tables of a sweep.
   *
   * @throws EngineException if the last run's trials were of another version, and {@code request}
   *     does not allow to replace them
   */
  static void requireSemantics(SweepFolder folder, JobRequest request) {
    otherSemantics(folder)
        .filter(problem -> !request.replaces())
        .ifPresent(
            problem -> {
              throw new EngineException(
                  problem
                      + "; give the sweep another name or --output, or replace its tables with"
                      + " --replace");
            });
  }

  /** One line if the folder's last run was of another semantics version; empty otherwise. */
  static Optional<String> otherSemantics(SweepFolder folder) {
    return last(folder)
        .filter(run -> run.hasPath(SEMANTICS) && !run.hasPath("imported"))
        .map(run -> run.getInt(SEMANTICS))
        .filter(version -> version != Semantics.VERSION)
        .map(
            version ->
                folder.sweep()
                    + " was trained under version "
                    + version
                    + " of what trials compute, and this Basin's is "
                    + Semantics.VERSION
                    + ": it would train every trial again");
  }

  private static Command command(Config run) {
    return new Command(
        run.hasPath("file") ? run.getString("file") : "",
        run.hasPath("variant") ? run.getString("variant") : "",
        run.hasPath("overrides") ? run.getStringList("overrides") : List.of(),
        run.getString("configuration"));
  }

  /**
   * Returns the resolved configuration of the folder's last run, as HOCON.
   *
   * @throws EngineException if nothing was run here
   */
  public static String configuration(SweepFolder folder) {
    return last(folder)
        .map(run -> run.getString("configuration"))
        .orElseThrow(
            () ->
                new EngineException(
                    folder.runs().isEmpty()
                        ? "nothing was run in " + folder.root()
                        : "no run has left a readable record in " + folder.root()));
  }

  /**
   * The trials that the folder's last run imported; empty if it trained them, or nothing was run.
   */
  public static Optional<ImportedTrials> imported(SweepFolder folder) {
    return last(folder).flatMap(ImportedRecord::read);
  }

  /** Returns a line for each file and component that has changed since the last run began. */
  public static List<String> changes(SweepFolder folder, Provenance now) {
    return RecordedProvenance.changes(provenance(folder), now);
  }

  /**
   * Returns what the trials of the folder's last run depended on besides their settings; {@link
   * Provenance#NONE} if the run did not record that.
   */
  public static Provenance provenance(SweepFolder folder) {
    return last(folder).map(RecordedProvenance::of).orElse(Provenance.NONE);
  }
}
