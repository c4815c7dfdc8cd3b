package org.basin.tables;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.basin.plan.analysis.Boundary;
import org.basin.stats.Estimate;
import org.basin.stats.regression.PhaseBoundary;
import org.basin.train.Verdict;

/**
 * The table {@code boundaries}: one row for each declared boundary and combination of the axes by
 * which it is located apart.
 */
public final class BoundaryTable {

  public static final String NAME = "boundaries";

  private BoundaryTable() {}

  /** Returns the columns of the table for a sweep with {@code axes}. */
  public static StructType schema(AxisColumns axes) {
    List<StructField> fields = new ArrayList<>();
    fields.add(Columns.text("name"));
    fields.add(Columns.text("of"));
    fields.add(Columns.text("along"));
    fields.add(Columns.real("fraction"));
    fields.addAll(axes.fields());
    for (String real : List.of("value", "low", "high", "level")) {
      fields.add(Columns.nullable(real, DataTypes.DoubleType));
    }
    fields.add(Columns.text("method"));
    for (String real : List.of("slope", "below", "above")) {
      fields.add(Columns.nullable(real, DataTypes.DoubleType));
    }
    for (String whole : List.of("count", "points", "seeds", "crossings", "missing")) {
      fields.add(Columns.whole(whole));
    }
    return new StructType(fields.toArray(StructField[]::new));
  }

  /**
   * Makes the table from {@link MeasuredTrials}.
   *
   * @param level the confidence level of every interval, between 0 and 1
   */
  public static Dataset<Row> of(
      Dataset<Row> measured, AxisColumns axes, List<Boundary> boundaries, double level) {
    List<Boundary> declared = new ArrayList<>(boundaries);
    List<TrialGroups.Entry> entries = new ArrayList<>();
    for (Boundary boundary : boundaries) {
      entries.add(
          new TrialGroups.Entry(
              List.of(boundary.along()), boundary.by(), "", trial -> event(trial, boundary.of())));
    }
    return TrialGroups.summarise(
        measured,
        axes,
        entries,
        (entry, group) -> List.of(row(declared.get(entry), group, level)),
        schema(axes));
  }

  /** 1 if the trial does it, 0 if not. What failed or ran out of time might have done either. */
  private static Measurement event(Row trial, String of) {
    Verdict verdict = Verdict.of(trial.getAs("verdict"));
    if (verdict.text().equals(of)) {
      return event(true);
    }
    boolean isCutShort = !verdict.isComplete() && verdict != Verdict.DIVERGED;
    for (Verdict other : Verdict.values()) {
      if (other.text().equals(of)) {
        return isCutShort ? Measurement.MISSING : event(false);
      }
    }
    return switch (Measurement.of(trial, of).status()) {
      case KNOWN, BRACKETED -> event(true);
      case CENSORED -> event(false);
      case COMPETING -> isCutShort ? Measurement.MISSING : event(false);
      case MISSING -> Measurement.MISSING;
    };
  }

  private static Measurement event(boolean does) {
    return new Measurement(Measurement.Status.KNOWN, does ? 1 : 0, does ? 1 : 0);
  }

  private static Row row(Boundary boundary, GroupSample group, double level) {
    double[] axis = group.along(0);
    double[] does = group.low();
    long[] seeds = group.seeds();
    boolean[] events = new boolean[does.length];
    for (int i = 0; i < events.length; i++) {
      events[i] = does[i] == 1;
    }
    PhaseBoundary found =
        PhaseBoundary.of(axis, events, seeds, boundary.fraction(), boundary.logarithmic(), level);
    Estimate crossing = found.crossing();
    List<Object> values = new ArrayList<>();
    values.add(boundary.name());
    values.add(boundary.of());
    values.add(boundary.along());
    values.add(boundary.fraction());
    values.addAll(group.axes());
    values.add(Columns.orNull(crossing.value()));
    values.add(Columns.orNull(crossing.low()));
    values.add(Columns.orNull(crossing.high()));
    values.add(Columns.orNull(crossing.level()));
    values.add(crossing.method());
    values.add(Columns.orNull(found.slope()));
    values.add(Columns.orNull(found.below()));
    values.add(Columns.orNull(found.above()));
    values.add(crossing.count());
    values.add(Arrays.stream(axis).distinct().count());
    values.add(Arrays.stream(seeds).distinct().count());
    values.add(found.crossings());
    values.add(group.count(Measurement.Status.MISSING));
    return RowFactory.create(values.toArray());
  }
}
