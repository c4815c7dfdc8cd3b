package org.basin.tables;

import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;
import org.basin.plan.analysis.Measure;
import org.basin.train.Verdict;

/**
 * What one trial says of a measure (see {@link Measure}).
 *
 * @param status how much it says
 * @param low the number, or the lower end of the interval that holds it; NaN if it says nothing
 * @param high the number, or the upper end of the interval; ∞ for a censored time
 */
record Measurement(Status status, double low, double high) {

  /** How much a trial says of a measure. */
  enum Status {
    /** The number is known. */
    KNOWN,
    /** A time that lies between two observations. */
    BRACKETED,
    /** A time that is longer than the trial. */
    CENSORED,
    /** The trial diverged, failed or timed out before there was a number. */
    COMPETING,
    /** The trial did not measure it, or the number is not finite. */
    MISSING;

    boolean isUsable() {
      return this == KNOWN || this == BRACKETED || this == CENSORED;
    }
  }

  static final Measurement MISSING = new Measurement(Status.MISSING, Double.NaN, Double.NaN);

  private static final Measurement COMPETING =
      new Measurement(Status.COMPETING, Double.NaN, Double.NaN);

  /** Reads a measure of a row of {@link MeasuredTrials}. */
  static Measurement of(Row trial, String measure) {
    boolean isComplete = Verdict.of(trial.getAs("verdict")).isComplete();
    if (measure.equals(Measure.CONVERGED)) {
      return converged(trial, isComplete);
    }
    Row hit = named(trial, MeasuredTrials.HITS, measure);
    if (hit != null) {
      return hit(hit, isComplete);
    }
    if (!isComplete) {
      return COMPETING;
    }
    Row last = named(trial, MeasuredTrials.FINALS, measure);
    if (last == null && measure.startsWith(Measure.ofRate(""))) {
      last = named(trial, MeasuredTrials.RATES, measure.substring(Measure.ofRate("").length()));
    }
    if (last != null) {
      return number(last.getAs("value"));
    }
    Row plateau =
        measure.startsWith(Measure.ofPlateau(""))
            ? named(trial, MeasuredTrials.PHASES, measure.substring(Measure.ofPlateau("").length()))
            : null;
    return plateau == null ? MISSING : number(plateau.getAs("length"));
  }

  private static Measurement converged(Row trial, boolean isComplete) {
    double steps = trial.<Long>getAs("steps");
    if (!isComplete) {
      return COMPETING;
    }
    return Verdict.of(trial.getAs("verdict")) == Verdict.CONVERGED
        ? new Measurement(Status.KNOWN, steps, steps)
        : new Measurement(Status.CENSORED, steps, Double.POSITIVE_INFINITY);
  }

  private static Measurement hit(Row hit, boolean isComplete) {
    if (hit.<Boolean>getAs("censored")) {
      return isComplete
          ? new Measurement(
              Status.CENSORED, hit.<Long>getAs("censor_step"), Double.POSITIVE_INFINITY)
          : COMPETING;
    }
    double low = hit.<Long>getAs("low");
    double high = hit.<Long>getAs("high");
    // A crossing between the observations at steps 4 and 9 has 5 ≤ step ≤ 9: it came after 4.
    return low == high
        ? new Measurement(Status.KNOWN, high, high)
        : new Measurement(Status.BRACKETED, low - 1, high);
  }

  private static Measurement number(Double value) {
    return value == null || !Double.isFinite(value)
        ? MISSING
        : new Measurement(Status.KNOWN, value, value);
  }

  private static Row named(Row trial, String column, String name) {
    StructType schema = trial.schema();
    if (!List.of(schema.fieldNames()).contains(column)) {
      return null;
    }
    List<Row> rows = trial.getList(schema.fieldIndex(column));
    return rows.stream().filter(row -> row.getAs("name").equals(name)).findFirst().orElse(null);
  }
}
