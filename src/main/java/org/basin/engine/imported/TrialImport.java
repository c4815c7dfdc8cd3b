package org.basin.engine.imported;

import static java.lang.Double.NaN;
import static org.apache.spark.sql.functions.col;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.storage.StorageLevel;
import org.basin.engine.storage.EngineException;
import org.basin.engine.storage.MachineException;
import org.basin.engine.storage.Output;
import org.basin.engine.storage.ProcessLoss;
import org.basin.engine.storage.SessionDefaults;
import org.basin.plan.ImportedAxis;
import org.basin.plan.ImportedTrials;
import org.basin.settings.Key;
import org.basin.tables.AxisColumns;
import org.basin.tables.ObservationTable;
import org.basin.tables.TrialTable;

/**
 * Trials that are read from a folder and found right. Their rows have the columns of the plan and
 * of the work table, sorted by index, and are kept on disk until {@link #close}.
 */
public final class TrialImport implements AutoCloseable {

  private final Dataset<Row> rows;
  private final ImportedTrials plan;
  private final List<String> ignored;
  private final long bytes;
  private final List<Dataset<Row>> kept;

  private TrialImport(
      Dataset<Row> rows,
      ImportedTrials plan,
      List<String> ignored,
      long bytes,
      List<Dataset<Row>> kept) {
    this.bytes = bytes;
    this.rows = rows;
    this.plan = plan;
    this.ignored = ignored;
    this.kept = kept;
  }

  /**
   * Reads and checks the tables {@code trials} and {@code observations} of a folder.
   *
   * @param source the folder, a path or a URI
   * @param declared the columns that are settings; empty for all that are nothing else
   * @param slice the slice of work that is to hold the trials
   * @throws EngineException with one line for each thing that is wrong with what is read; any other
   *     exception is a fault of Basin or of the machine
   */
  public static TrialImport read(
      SparkSession session, String source, List<String> declared, String slice) {
    List<Dataset<Row>> kept = new ArrayList<>();
    try {
      return read(session, source, declared, slice, kept);
    } catch (EngineException e) {
      release(kept);
      throw e;
    } catch (Exception e) { // Also checked exceptions of Spark's readers, which Scala hides.
      release(kept);
      if (ProcessLoss.isOfExecutor(e)) {
        throw new MachineException(ProcessLoss.inOneLine(e), e);
      }
      if (ReadFailure.isOfFiles(e)) {
        throw new EngineException(source + ": cannot be read: " + ProcessLoss.inOneLine(e), e);
      }
      throw e;
    }
  }

  private static TrialImport read(
      SparkSession session,
      String source,
      List<String> declared,
      String slice,
      List<Dataset<Row>> kept) {
    var hadoop = session.sparkContext().hadoopConfiguration();
    Path folder = Output.of(hadoop, source);
    SourceFiles trialFiles = SourceFiles.find(hadoop, folder, TrialTable.NAME);
    SourceFiles observed = SourceFiles.find(hadoop, folder, ObservationTable.NAME);
    SparkSession spark = SessionDefaults.forBytes(session, trialFiles.bytes() + observed.bytes());
    SourceTable trialTable = SourceTable.open(spark, trialFiles);
    trialTable.require(TrialColumns.TRIAL, TrialColumns.SEED);
    SourceTable observations = SourceTable.open(spark, observed);
    observations.require(
        TrialColumns.TRIAL,
        ObservationRows.OBSERVABLE,
        ObservationRows.STEP,
        ObservationRows.VALUE);
    TrialColumns columns = TrialColumns.of(trialTable, declared);
    Map<String, Key.Type> types = AxisTypes.of(trialTable, columns.axes());

    Dataset<Row> trials = keep(TrialRows.of(trialTable, types), kept);
    TrialChecks.check(trialTable, trials, columns.axes());
    Dataset<Row> byTrial = keep(ObservationRows.byTrial(ObservationRows.of(observations)), kept);
    ObservationRows.check(observations, byTrial, trials);
    AxisColumns axes =
        AxisColumns.of(
            types.entrySet().stream()
                .map(axis -> new ImportedAxis(axis.getKey(), axis.getValue(), NaN, NaN))
                .toList());
    Dataset<Row> rows =
        keep(
            OutcomeColumns.of(indexed(spark, trials, columns.axes()), byTrial, axes)
                .drop(ObservationRows.REPEATS),
            kept);
    OutcomeColumns.check(trialTable, rows);
    ImportedTrials plan = ImportedContent.of(trialTable, rows, types, source, slice);
    columns.checkNames(trialTable, plan.observables());
    List<String> ignored = new ArrayList<>();
    columns
        .ignored()
        .forEach(name -> ignored.add(trialFiles.shown() + ": " + trialTable.header(name)));
    ObservationRows.ignored(observations)
        .forEach(name -> ignored.add(observed.shown() + ": " + observations.header(name)));
    return new TrialImport(rows, plan, ignored, trialFiles.bytes() + observed.bytes(), kept);
  }

  /** Ranks the trials by their settings, then by seed, if they have no index. */
  private static Dataset<Row> indexed(SparkSession spark, Dataset<Row> trials, List<String> axes) {
    if (List.of(trials.columns()).contains(TrialColumns.INDEX)) {
      return trials;
    }
    List<Column> order = new ArrayList<>(axes.stream().map(functions::col).toList());
    order.add(col(TrialColumns.SEED));
    order.add(col(TrialColumns.TRIAL));
    JavaRDD<Row> ranked =
        trials
            .orderBy(order.toArray(Column[]::new))
            .toJavaRDD()
            .zipWithIndex()
            .map(
                pair -> {
                  Row trial = pair._1();
                  Object[] values = new Object[trial.length() + 1];
                  for (int i = 0; i < trial.length(); i++) {
                    values[i] = trial.get(i);
                  }
                  values[trial.length()] = pair._2();
                  return RowFactory.create(values);
                });
    StructType schema = trials.schema().add(TrialColumns.INDEX, DataTypes.LongType);
    return spark.createDataFrame(ranked, schema);
  }

  private static Dataset<Row> keep(Dataset<Row> rows, List<Dataset<Row>> kept) {
    Dataset<Row> persisted = rows.persist(StorageLevel.DISK_ONLY());
    kept.add(persisted);
    return persisted;
  }

  /** The trials, with the columns of the plan and of the work table. */
  public Dataset<Row> rows() {
    return rows;
  }

  /** What is known of the trials as a whole. */
  public ImportedTrials plan() {
    return plan;
  }

  /** The size of the files that were read. */
  public long bytes() {
    return bytes;
  }

  /** The columns that nothing reads, each with its file. */
  public List<String> ignored() {
    return ignored;
  }

  @Override
  public void close() {
    release(kept);
  }

  private static void release(List<Dataset<Row>> kept) {
    kept.forEach(Dataset::unpersist);
  }
}
