package org.basin.engine;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.basin.engine.storage.EngineException;
import org.basin.engine.storage.SweepFolder;
import org.basin.plan.ImportedAxis;
import org.basin.plan.ImportedTrials;
import org.basin.plan.Sweep;
import org.basin.plan.TrialPlan;
import org.basin.settings.Key;

/** How the record of a run describes the trials that it imported. */
final class ImportedRecord {

  private static final String IMPORTED = "imported";

  private ImportedRecord() {}

  /** Adds the description to a record, if the trials were imported. */
  static void put(TrialPlan plan, Map<String, Object> values) {
    if (plan instanceof ImportedTrials trials) {
      values.put(
          IMPORTED,
          Map.of(
              "source", trials.source(),
              "content", trials.content(),
              "slice", trials.slice(),
              "size", trials.size(),
              "count", trials.count(),
              "seeds", trials.seeds(),
              "axes", trials.axes().stream().map(ImportedRecord::axis).toList(),
              "observables", trials.observables()));
    }
  }

  /** JSON has no NaN, so what is not known is left out. */
  private static Map<String, Object> axis(ImportedAxis axis) {
    Map<String, Object> values = new TreeMap<>();
    values.put("path", axis.path());
    values.put("type", axis.type().name());
    if (!Double.isNaN(axis.low())) {
      values.put("low", axis.low());
      values.put("high", axis.high());
    }
    return values;
  }

  /** Reads the description; empty if the run trained its trials, or its record is damaged. */
  static Optional<ImportedTrials> read(Config run) {
    if (!run.hasPath(IMPORTED)) {
      return Optional.empty();
    }
    try {
      Config trials = run.getConfig(IMPORTED);
      List<ImportedAxis> axes = new ArrayList<>();
      for (Config axis : trials.getConfigList("axes")) {
        boolean isNumber = axis.hasPath("low");
        axes.add(
            new ImportedAxis(
                axis.getString("path"),
                Key.Type.valueOf(axis.getString("type")),
                isNumber ? axis.getDouble("low") : Double.NaN,
                isNumber ? axis.getDouble("high") : Double.NaN));
      }
      return Optional.of(
          new ImportedTrials(
              trials.getString("source"),
              trials.getString("content"),
              trials.getString("slice"),
              trials.getLong("size"),
              trials.getLong("count"),
              trials.getLong("seeds"),
              axes,
              trials.getStringList("observables")));
    } catch (ConfigException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /**
   * Refuses to train or to plan trials in a folder that holds imported ones.
   *
   * @throws EngineException if the folder's trials were imported, and those of {@code sweep} are to
   *     be trained
   */
  static void require(SweepFolder folder, Sweep sweep) {
    if (!sweep.isImported() && RunRecord.imported(folder).isPresent()) {
      throw new EngineException(
          folder.sweep()
              + " holds imported trials, to which a sweep file with a trial does not belong; give"
              + " the sweep of the file another name");
    }
  }
}
