package org.basin.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.basin.plan.HittingTime;
import org.basin.plan.TrialSpec;
import org.basin.plan.analysis.Measure;
import org.basin.settings.Seeds;
import org.basin.settings.Settings;
import org.basin.testing.SharedSpark;
import org.basin.train.Hit;
import org.basin.train.Outcome;
import org.basin.train.Series;
import org.basin.train.Verdict;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What {@code points} and {@code survival} say of trials whose hitting times are known exactly. */
class SurvivalTableIT {

  private static final SparkSession SPARK = SharedSpark.session();
  private static final AxisColumns AXES = new AxisColumns(List.of(), List.of());

  /** Watched at every step. */
  private static final HittingTime WATCHED =
      new HittingTime("watched", "loss", 0.5, true, false, false);

  /** Declared after most of the training. */
  private static final HittingTime LATE = new HittingTime("late", "loss", 0.4, true, false, false);

  private static final List<Outcome> OUTCOMES = new ArrayList<>();
  private static List<Row> points;
  private static List<Row> survival;

  private static void add(String point, Verdict verdict, long steps, Hit... hits) {
    TrialSpec spec =
        new TrialSpec(
            OUTCOMES.size(),
            "t" + OUTCOMES.size(),
            point,
            OUTCOMES.size(),
            new Seeds(0, 0, 0),
            Settings.of(Map.of()));
    double after = hits.length == 0 || hits[0].isCensored() ? 1 : 0.1;
    Series loss =
        new Series("loss", Series.SCALAR, new long[] {0, 7, 40}, new double[] {1, after, after});
    OUTCOMES.add(new Outcome(spec, verdict, steps, "", List.of(loss), List.of(hits), 0));
  }

  /** Of 24 trials 10 hit, 11 diverge before they hit, and 3 do neither. */
  private static void addReferee() {
    for (long step : new long[] {6, 7, 9, 11, 13, 14, 14, 15, 17, 20}) {
      add("referee", Verdict.EXHAUSTED, 40, new Hit(WATCHED, step));
    }
    for (long step : new long[] {2, 3, 3, 4, 5, 5, 8, 9, 12, 16, 18}) {
      add("referee", Verdict.DIVERGED, step, new Hit(WATCHED, -1));
    }
    for (int i = 0; i < 3; i++) {
      add("referee", Verdict.EXHAUSTED, 40, new Hit(WATCHED, -1));
    }
  }

  @BeforeAll
  static void estimate() {
    addReferee();
    for (long step : new long[] {1, 1, 1, 1, 1, 1, 2, 2, 3, 7, -1}) {
      add("late", Verdict.EXHAUSTED, 40, new Hit(WATCHED, step));
      add("partly", Verdict.EXHAUSTED, 40, new Hit(WATCHED, step));
      if (step > 0) {
        add("partly", Verdict.CONVERGED, 30, new Hit(WATCHED, step), new Hit(LATE, step + 1));
      }
    }
    List<Row> planned = OUTCOMES.stream().map(o -> PlannedTable.row(o.spec(), AXES)).toList();
    Dataset<Row> outcomes =
        OutcomeTable.of(
            SPARK,
            JavaSparkContext.fromSparkContext(SPARK.sparkContext())
                .parallelize(
                    OUTCOMES.stream()
                        .map(o -> new OutcomeRows(0, "", 0, TrialSpec::id).row(o))
                        .toList(),
                    3));
    Dataset<Row> finished =
        SPARK.createDataFrame(planned, PlannedTable.schema(AXES)).join(outcomes, "trial_id");
    Dataset<Row> measured =
        MeasuredTrials.of(finished, AXES, List.of(WATCHED, LATE), ToyTrials.NO_ANALYSES, 0.95)
            .cache();
    List<String> names = List.of("watched", "late");
    points =
        PointTable.of(measured, AXES, List.of("loss"), names, ToyTrials.NO_ANALYSES, 0.95)
            .collectAsList();
    survival =
        SurvivalTable.of(measured, AXES, names, 0.95)
            .orderBy("point_id", "name", "step")
            .collectAsList();
    measured.unpersist();
  }

  private static Row point(String point, String subject, String statistic) {
    return points.stream()
        .filter(row -> row.getAs("point_id").equals(point))
        .filter(row -> row.getAs("subject").equals(subject))
        .filter(row -> row.getAs("statistic").equals(statistic))
        .findFirst()
        .orElseThrow();
  }

  private static boolean has(String point, String subject, String statistic) {
    return points.stream()
        .anyMatch(
            row ->
                row.getAs("point_id").equals(point)
                    && row.getAs("subject").equals(subject)
                    && row.getAs("statistic").equals(statistic));
  }

  private static Double value(Row row, String column) {
    return row.<Double>getAs(column);
  }

  private static String method(Row row) {
    return row.getAs("method");
  }

  private static List<Row> curve(String point, String name) {
    return survival.stream()
        .filter(row -> row.getAs("point_id").equals(point) && row.getAs("name").equals(name))
        .toList();
  }

  @Test
  void incidence_endsAtTheFractionThatHit_withoutAMedian_whereTheOthersDiverged() {
    Row fraction = point("referee", "watched", "hit_fraction");
    Row incidence = point("referee", "watched", "incidence");
    Row median = point("referee", "watched", "incidence_median");
    Row censoring = point("referee", "watched", "km_median");

    assertThat(value(fraction, "value")).isEqualTo(10.0 / 24);
    assertThat(value(incidence, "value")).isCloseTo(10.0 / 24, within());
    assertThat(value(incidence, "low")).isBetween(0.2, 0.3);
    assertThat(value(incidence, "high")).isBetween(0.6, 0.7);
    assertThat(median.isNullAt(median.fieldIndex("value"))).isTrue();
    assertThat(value(median, "low")).isEqualTo(14);
    assertThat(method(median)).isEqualTo("aalen-johansen-greenwood-log-log");
    assertThat(value(point("referee", "watched", "incidence_q25"), "value")).isEqualTo(14);
    assertThat(value(censoring, "value")).isEqualTo(15);
    assertThat(method(censoring))
        .isEqualTo("brookmeyer-crowley-log-log; competing events censored");
    assertThat(value(point("referee", "watched", "restricted_mean_horizon"), "value"))
        .isEqualTo(40);
  }

  private static org.assertj.core.data.Offset<Double> within() {
    return org.assertj.core.data.Offset.offset(1e-12);
  }

  @Test
  void curve_beginsAtStepZero_andEveryTrialLeavesItOnce() {
    List<Row> rows = curve("referee", "watched");

    assertThat(rows.get(0).<Long>getAs("step")).isZero();
    assertThat(value(rows.get(0), "survival")).isEqualTo(1);
    long atRisk = 24;
    for (Row row : rows) {
      assertThat(row.<Long>getAs("at_risk")).isEqualTo(atRisk);
      for (String left : List.of("hits", "censored", "diverged", "failed", "timed_out")) {
        atRisk -= row.<Long>getAs(left);
      }
    }
    assertThat(atRisk).isZero();
    Row last = rows.get(rows.size() - 1);
    assertThat(last.<Long>getAs("step")).isEqualTo(20);
    assertThat(last.<Long>getAs("censored")).isEqualTo(3);
    assertThat(value(last, "incidence_hit")).isCloseTo(10.0 / 24, within());
    assertThat(value(last, "incidence_diverged")).isCloseTo(11.0 / 24, within());
    assertThat(value(last, "incidence_failed")).isZero();
    assertThat(value(last, "survival")).isCloseTo(0.304584304584, within());
  }

  @Test
  void bracketedTimes_sayThatTheyAreTakenAsExact_andHaveTurnbullsBeside() {
    Row watched = point("late", "watched", "km_median");
    Row naive = point("late", "late", "km_median");
    Row turnbull = point("late", "late", "turnbull_median");

    assertThat(value(watched, "value")).isEqualTo(1);
    assertThat(method(watched)).isEqualTo("brookmeyer-crowley-log-log");
    assertThat(has("late", "watched", "turnbull_median")).isFalse();
    assertThat(List.of(value(naive, "value"), value(naive, "low"), value(naive, "high")))
        .containsOnly(7.0);
    assertThat(method(naive))
        .isEqualTo("brookmeyer-crowley-log-log; first observed crossing taken as exact");
    assertThat(List.of(value(turnbull, "value"), value(turnbull, "low"), value(turnbull, "high")))
        .containsExactly(4.0, 1.0, 7.0);
    assertThat(method(curve("late", "late").get(0))).endsWith("taken as exact");
  }

  @Test
  void timesThatSomeTrialsWatched_areEstimatedTogether() {
    Row turnbull = point("partly", "late", "turnbull_median");

    assertThat(turnbull.<Long>getAs("count")).isEqualTo(21);
    // Ten trials watched it: six hit at 2, two at 3, one at 4. The brackets [1, 7] hold them all.
    assertThat(value(turnbull, "value")).isEqualTo(2);
    assertThat(value(turnbull, "low")).isEqualTo(1);
  }

  @Test
  void convergence_isAHittingTimeOfItsOwn() {
    assertThat(value(point("partly", Measure.CONVERGED, "hit_fraction"), "value"))
        .isEqualTo(10.0 / 21);
    assertThat(value(point("partly", Measure.CONVERGED, "incidence"), "value"))
        .isCloseTo(10.0 / 21, within());
    assertThat(curve("referee", Measure.CONVERGED)).hasSize(10);
    assertThat(value(curve("referee", Measure.CONVERGED).get(9), "incidence_diverged"))
        .isCloseTo(11.0 / 24, within());
  }
}
