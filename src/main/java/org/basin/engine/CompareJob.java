package org.basin.engine;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.basin.engine.compare.ComparedTables;
import org.basin.engine.compare.SweepComparison;
import org.basin.engine.publish.PublishedTables;
import org.basin.engine.publish.TableReader;
import org.basin.engine.storage.EngineException;
import org.basin.engine.storage.EngineSettings;
import org.basin.engine.storage.SessionDefaults;
import org.basin.engine.storage.SweepFolder;
import org.basin.engine.work.WorkVersion;

/** Compares the published tables of two sweeps, or two publications of one. It changes nothing. */
public final class CompareJob {

  /** The publication before the current one. */
  public static final String PREVIOUS = "previous";

  private final SparkSession spark;
  private final EngineSettings settings;

  public CompareJob(SparkSession spark, EngineSettings settings) {
    this.spark = spark;
    this.settings = settings;
  }

  /**
   * Opens one side.
   *
   * @param publication the id of a publication, or {@link #PREVIOUS}; empty for the current one
   * @throws EngineException if there are no such tables
   */
  public ComparedTables open(String label, SweepFolder folder, String publication) {
    SessionDefaults.set(spark);
    WorkVersion.require(folder);
    PublishedTables tables =
        publication.isEmpty()
            ? new TableReader(folder, settings).whole()
            : PublishedTables.kept(folder, publication.equals(PREVIOUS) ? "" : publication)
                .orElseThrow(
                    () ->
                        new EngineException(
                            label
                                + ": no such publication is kept; only the one before the current"
                                + " is, and only where tables are links"));
    return new ComparedTables(spark, label, tables);
  }

  /**
   * Compares two sides.
   *
   * @throws EngineException if they have neither a trial nor a setting and seed in common
   */
  public SweepComparison compare(ComparedTables first, ComparedTables second) {
    SweepComparison comparison =
        SweepComparison.of(
            first,
            second,
            PlanDifference.lines(
                first.configuration(),
                second.configuration(),
                " in " + first.label(),
                " in " + second.label(),
                settings.comparedSettings()),
            settings.confidenceLevel());
    if (comparison.trials().common() == 0 && comparison.points().isEmpty()) {
      List<String> axes = new ArrayList<>(comparison.axes());
      throw new EngineException(
          first.label()
              + " and "
              + second.label()
              + " have nothing to compare: no trial, and no measure of two trials with the same"
              + " seed"
              + (axes.isEmpty() ? "" : " and the same " + String.join(", ", axes)));
    }
    return comparison;
  }
}
