package org.basin.engine;

import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.basin.engine.publish.PublishedTables;
import org.basin.engine.publish.TableReader;
import org.basin.engine.query.QueryAnalyser;
import org.basin.engine.query.QueryException;
import org.basin.engine.query.QueryLimits;
import org.basin.engine.storage.EngineException;
import org.basin.engine.storage.EngineSettings;
import org.basin.engine.storage.LocalDisk;
import org.basin.engine.storage.MachineException;
import org.basin.engine.storage.SessionDefaults;
import org.basin.engine.storage.SweepFolder;
import org.basin.engine.work.DamagedWorkException;
import org.basin.engine.work.UnreadableFiles;
import org.basin.engine.work.WorkVersion;
import org.basin.settings.Nearest;

/**
 * Queries over the tables of one sweep, and of other sweeps that a query names: {@code SELECT …
 * FROM trials JOIN other.trials}. A sweep is opened when it is first named, and from then on every
 * query reads the publication that was the current one then, until {@link #refresh}. Several
 * threads may use it.
 */
public final class SqlSession {

  private final SparkSession spark;
  private final EngineSettings settings;
  private final String output;
  private final boolean repairs;
  private final Map<String, OpenSweep> open = new LinkedHashMap<>();

  private OpenSweep chosen;
  private QueryAnalyser analyser;

  /**
   * Makes a session.
   *
   * @param output the folder of all sweeps
   * @param folder the folder of the sweep whose tables need no name of a sweep
   * @param repairs whether tables that a dead process left half published are repaired first;
   *     without, nothing is ever written to the folders of sweeps
   * @throws EngineException if the sweep has no tables
   */
  public SqlSession(
      SparkSession spark,
      EngineSettings settings,
      String output,
      SweepFolder folder,
      boolean repairs) {
    this.spark = spark;
    this.settings = settings;
    this.output = output;
    this.repairs = repairs;
    SessionDefaults.set(spark);
    use(open(folder));
  }

  /** The sweep whose tables need no name of a sweep. */
  public synchronized OpenSweep chosen() {
    return chosen;
  }

  /** The folders of all sweeps, sorted by name. */
  public List<SweepFolder> folders() {
    return SweepFolder.all(spark.sparkContext().hadoopConfiguration(), output);
  }

  /**
   * Returns a sweep, which is opened if it is not open yet.
   *
   * @throws EngineException if there is no such sweep, or it has no tables
   */
  public synchronized OpenSweep sweep(String name) {
    OpenSweep known = open.get(name);
    return known != null ? known : open(folder(name));
  }

  /**
   * Chooses the sweep whose tables need no name of a sweep.
   *
   * @throws EngineException if there is no such sweep, or it has no tables
   */
  public synchronized void use(String name) {
    use(sweep(name));
  }

  private void use(OpenSweep sweep) {
    chosen = sweep;
    analyser = analyser();
  }

  /**
   * Opens the current publication of the chosen sweep, and forgets those of others.
   *
   * @return whether it is another publication than before
   */
  public synchronized boolean refresh() {
    OpenSweep before = chosen;
    OpenSweep now = open(chosen.folder());
    open.keySet().retainAll(List.of(now.name()));
    use(now);
    return !before.time().equals(now.time());
  }

  /** When the current tables of a sweep were published; empty if it has none. */
  public Optional<Instant> published(String name) {
    return PublishedTables.find(folder(name))
        .flatMap(PublishedTables::manifest)
        .flatMap(manifest -> RunIds.time(manifest.publication()));
  }

  /** The folders of all sweeps that stand on this machine. */
  public List<Path> localFolders() {
    return folders().stream()
        .filter(folder -> LocalDisk.of(folder.files()).isPresent())
        .map(folder -> LocalDisk.path(folder.root()))
        .toList();
  }

  private SweepFolder folder(String name) {
    List<SweepFolder> all = folders();
    return all.stream()
        .filter(folder -> folder.sweep().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new EngineException(
                    "no sweep "
                        + name
                        + " in "
                        + output
                        + "; "
                        + Nearest.hint(name, all.stream().map(SweepFolder::sweep).toList())));
  }

  private OpenSweep open(SweepFolder folder) {
    WorkVersion.require(folder);
    TableReader reader = new TableReader(folder, settings);
    OpenSweep sweep =
        OpenSweep.of(spark, folder, repairs ? reader.whole() : reader.wholeOrUntouched());
    open.put(sweep.name(), sweep);
    return sweep;
  }

  private QueryAnalyser analyser() {
    Map<String, Map<String, Dataset<Row>>> groups = new LinkedHashMap<>();
    open.forEach((name, sweep) -> groups.put(name, sweep.rows()));
    return QueryAnalyser.ofTables(
        spark, chosen.rows(), groups, settings.confidenceLevel(), QueryLimits.load());
  }

  /** The names of the functions that a query may call, sorted. */
  public synchronized List<String> functions() {
    return analyser.functions();
  }

  /**
   * Returns the result of {@code query}. Spark computes it only when it is read.
   *
   * @throws EngineException if it names a sweep that does not exist or has no tables
   * @throws QueryException if it is wrong, or does anything other than query the tables
   */
  public synchronized Dataset<Row> query(String query) {
    for (String sweep : analyser.groups(query)) {
      if (!open.containsKey(sweep)) {
        sweep(sweep);
        analyser = analyser();
      }
    }
    return analyser.query(spark, query, false);
  }

  /**
   * Returns what is wrong with the tables that are open if that caused {@code failure}, the failure
   * of a query; empty if the query failed for another reason.
   */
  public synchronized Optional<MachineException> damage(Throwable failure) {
    return DamagedWorkException.isOfReading(failure)
        ? open.values().stream().flatMap(sweep -> damage(sweep).stream()).findFirst()
        : Optional.empty();
  }

  private Optional<MachineException> damage(OpenSweep sweep) {
    PublishedTables tables = sweep.published();
    Optional<PublishedTables> current = PublishedTables.find(sweep.folder());
    boolean isOld =
        !current.flatMap(PublishedTables::manifest).equals(tables.manifest())
            && tables.problem().isPresent();
    if (isOld) {
      return Optional.of(
          new MachineException(
              "the tables of "
                  + sweep.name()
                  + " that were opened are gone, since others were published after them"));
    }
    return UnreadableFiles.problem(spark, sweep.folder(), tables, tables.names())
        .map(TableReader::damaged);
  }
}
