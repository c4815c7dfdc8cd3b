package org.basin.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.basin.plan.HittingTime;
import org.basin.plan.TrialSpec;
import org.basin.plan.hitting.Persistence;
import org.basin.plan.hitting.Quantity;
import org.basin.plan.hitting.Threshold;
import org.basin.settings.Seeds;
import org.basin.settings.Settings;
import org.basin.testing.Bits;
import org.basin.testing.SharedSpark;
import org.basin.train.Hit;
import org.basin.train.Outcome;
import org.basin.train.Series;
import org.basin.train.Verdict;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Extreme values in each table, written to Parquet and read back. */
class CodecsIT {

  private static final SparkSession SPARK = SharedSpark.session();

  private static final String TEXT = "naïve “Θ”\t😀 \"quoted\"";

  private static final double[] EDGES = {
    Double.NaN,
    Double.POSITIVE_INFINITY,
    Double.NEGATIVE_INFINITY,
    Double.MIN_VALUE,
    Double.MAX_VALUE,
    0.1,
    -0.0
  };

  private static final AxisColumns AXES =
      new AxisColumns(
          List.of("a.real", "a.whole", "a.flag", "a.text", "a.list"),
          List.of("DOUBLE", "BIGINT", "BOOLEAN", "STRING", "STRING"));

  private static final HittingTime LOW = new HittingTime("low", "loss", 0.0, true, false, false);
  private static final HittingTime HIGH = new HittingTime("high", "loss", 1e9, false, false, false);
  private static final HittingTime LATER =
      new HittingTime("later", "loss", -1e9, true, false, false);

  /** A hitting time with nothing at its default. */
  private static final HittingTime SPECIAL =
      new HittingTime(
          "special",
          new Quantity("loss", "none", Quantity.Form.LOG_SPEED),
          new Threshold(0.5, true, Threshold.Reference.MIN_SO_FAR),
          new Persistence(7, true),
          false);

  private static final TrialSpec FULL =
      spec(
          0,
          Map.of(
              "a.real",
              -0.0,
              "a.whole",
              Long.MIN_VALUE,
              "a.flag",
              true,
              "a.text",
              TEXT,
              "a.list",
              List.of(1L, 2L)));
  private static final TrialSpec BARE = spec(Long.MAX_VALUE, Map.of("a.text", ""));

  private static final Outcome RICH =
      new Outcome(
          FULL,
          Verdict.CONVERGED,
          6,
          "",
          List.of(
              new Series("loss", Series.SCALAR, new long[] {0, 1, 2, 3, 4, 5, 6}, EDGES),
              new Series("none", Series.SCALAR, new long[0], new double[0]),
              new Series("neuron-norm", 0, new long[] {0}, new double[] {Double.NaN}),
              new Series("neuron-norm", 1, new long[] {Long.MAX_VALUE}, new double[] {-0.0})),
          List.of(new Hit(LOW, 2), new Hit(HIGH, -1), new Hit(SPECIAL, 5)),
          Double.MIN_VALUE);
  private static final Outcome POOR =
      new Outcome(BARE, Verdict.FAILED, 0, TEXT, List.of(), List.of(), 0.0);

  @TempDir static Path folder;
  private static Dataset<Row> outcomes;
  private static Dataset<Row> finished;

  private static TrialSpec spec(long index, Map<String, Object> settings) {
    Seeds seeds = new Seeds(Long.MIN_VALUE, 0, Long.MAX_VALUE);
    return new TrialSpec(index, "t" + index, "p", -1, seeds, Settings.of(settings));
  }

  @BeforeAll
  static void write() {
    outcomes =
        written(
            "outcomes",
            OutcomeTable.of(
                SPARK,
                JavaSparkContext.fromSparkContext(SPARK.sparkContext())
                    .parallelize(
                        List.of(
                            new OutcomeRows(0, "host", 0, TrialSpec::id).row(RICH),
                            new OutcomeRows(3, "", 0, TrialSpec::id).row(POOR)))));
    Dataset<Row> planned =
        SPARK.createDataFrame(
            List.of(PlannedTable.row(FULL, AXES), PlannedTable.row(BARE, AXES)),
            PlannedTable.schema(AXES));
    finished = planned.join(outcomes, "trial_id").repartition(1).sortWithinPartitions("index");
  }

  private static Dataset<Row> written(String name, Dataset<Row> rows) {
    String path = folder.resolve(name).toString();
    rows.coalesce(1).write().parquet(path);
    return SPARK.read().parquet(path);
  }

  private static List<Row> rows(Dataset<Row> table, String filter, String... columns) {
    return table.filter(filter).selectExpr(columns).collectAsList();
  }

  private static List<String> bits(Dataset<Row> table, String... columns) {
    return Bits.rows(table.selectExpr(columns));
  }

  private static String bits(double value) {
    return Bits.text(value);
  }

  @Test
  void outcome_keepsEverySeriesBitForBit() {
    Row row = outcomes.filter("trial_id = 't0'").first();
    List<Series> read = OutcomeTable.series(row);
    assertThat(read).hasSize(4);
    for (int i = 0; i < 4; i++) {
      Series written = RICH.series().get(i);
      assertThat(read.get(i).observable()).isEqualTo(written.observable());
      assertThat(read.get(i).component()).isEqualTo(written.component());
      assertThat(read.get(i).steps()).isEqualTo(written.steps());
      assertThat(texts(read.get(i).values())).isEqualTo(texts(written.values()));
    }
    assertThat(OutcomeTable.series(outcomes.filter("trial_id <> 't0'").first())).isEmpty();
  }

  private static List<String> texts(double[] values) {
    return Arrays.stream(values).mapToObj(CodecsIT::bits).toList();
  }

  @Test
  void outcome_keepsHitsByTheirDefinition() {
    Row row = outcomes.filter("trial_id = 't0'").first();
    HittingTime renamed = new HittingTime("renamed", "loss", 0.0, true, false, false);
    HittingTime negativeZero = new HittingTime("low", "loss", -0.0, true, false, false);
    assertThat(OutcomeTable.hit(row, renamed)).isEqualTo(new Hit(renamed, 2));
    assertThat(OutcomeTable.hit(row, HIGH)).isEqualTo(new Hit(HIGH, -1));
    assertThat(OutcomeTable.hit(row, negativeZero)).isNull();
    assertThat(OutcomeTable.hit(row, LATER)).isNull();
    assertThat(OutcomeTable.hit(row, SPECIAL)).isEqualTo(new Hit(SPECIAL, 5));
    HittingTime first =
        new HittingTime(
            "special", SPECIAL.quantity(), SPECIAL.threshold(), Persistence.FIRST, false);
    assertThat(OutcomeTable.hit(row, first)).isNull();
  }

  /** As work was before hits had more than a threshold. */
  @Test
  void outcome_ofOldWork_hasPlainHits() {
    String path = folder.resolve("old").toString();
    outcomes
        .withColumn(
            "hits",
            functions.expr(
                "transform(filter(hits, h -> h.name <> 'special'), h -> named_struct('name', h.name,"
                    + " 'observable', h.observable, 'threshold', h.threshold, 'below', h.below,"
                    + " 'relative', h.relative, 'step', h.step))"))
        .write()
        .parquet(path);
    Row row =
        SPARK.read().schema(OutcomeTable.SCHEMA).parquet(path).filter("trial_id = 't0'").first();
    assertThat(OutcomeTable.hit(row, LOW)).isEqualTo(new Hit(LOW, 2));
    assertThat(OutcomeTable.hit(row, HIGH)).isEqualTo(new Hit(HIGH, -1));
    assertThat(OutcomeTable.hit(row, SPECIAL)).isNull();
  }

  @Test
  void outcome_keepsTheRest() {
    assertThat(bits(outcomes.orderBy("trial_id"), "seconds", "attempt", "host", "error"))
        .containsExactly(
            "seconds=" + bits(Double.MIN_VALUE) + " attempt=0 host=host error=null",
            "seconds=" + bits(0.0) + " attempt=3 host= error=" + TEXT);
  }

  @Test
  void trials_haveTypedAxes_lastValues_andNulls() {
    Dataset<Row> trials =
        written(TrialTable.NAME, TrialTable.of(finished, AXES, List.of("loss", "none")));
    assertThat(trials.schema().fieldNames())
        .isEqualTo(TrialTable.schema(AXES, List.of("loss", "none")).fieldNames());
    assertThat(bits(trials, "index", "seed", "seed_data", "seed_order"))
        .containsExactly(
            "index=0 seed=-1 seed_data=-9223372036854775808 seed_order=9223372036854775807",
            "index=9223372036854775807 seed=-1 seed_data=-9223372036854775808"
                + " seed_order=9223372036854775807");
    assertThat(bits(trials, "a_real", "a_whole", "a_flag", "a_text", "a_list"))
        .containsExactly(
            "a_real="
                + bits(-0.0)
                + " a_whole=-9223372036854775808 a_flag=true a_text="
                + TEXT
                + " a_list=[1,2]",
            "a_real=null a_whole=null a_flag=null a_text= a_list=null");
    assertThat(bits(trials, "verdict", "steps", "final_loss", "final_none"))
        .containsExactly(
            "verdict=converged steps=6 final_loss=" + bits(-0.0) + " final_none=null",
            "verdict=failed steps=0 final_loss=null final_none=null");
  }

  @Test
  void observations_areOneRowAValue() {
    Dataset<Row> observations = written(ObservationTable.NAME, ObservationTable.of(finished));
    assertThat(observations.count()).isEqualTo(9);
    assertThat(bits(observations.filter("observable = 'loss'"), "value"))
        .isEqualTo(Arrays.stream(EDGES).mapToObj(x -> "value=" + bits(x)).toList());
    assertThat(bits(observations.filter("component IS NOT NULL"), "component", "step", "value"))
        .containsExactly(
            "component=0 step=0 value=" + bits(Double.NaN),
            "component=1 step=9223372036854775807 value=" + bits(-0.0));
    assertThat(ObservationTable.scalars(finished)).containsExactly("loss", "none");
  }

  @Test
  void hittingTimes_areWatchedOrBracketed() {
    Dataset<Row> hitting =
        written(
            HittingTimeTable.NAME,
            HittingTimeTable.of(
                MeasuredTrials.of(
                    finished, AXES, List.of(LOW, HIGH, LATER), ToyTrials.NO_ANALYSES, 0.95)));
    assertThat(bits(hitting, "name", "step", "censored", "censor_step", "low", "high", "watched"))
        .containsExactly(
            "name=low step=2 censored=false censor_step=null low=2 high=2 watched=true",
            "name=high step=null censored=true censor_step=6 low=null high=null watched=true",
            "name=later step=2 censored=false censor_step=null low=2 high=2 watched=false");
  }

  @Test
  void points_areNullWhereUndefined() {
    Dataset<Row> points =
        written(
            PointTable.NAME,
            PointTable.of(
                MeasuredTrials.of(finished, AXES, List.of(LOW, HIGH), ToyTrials.NO_ANALYSES, 0.95),
                AXES,
                List.of("loss", "none"),
                List.of("low", "high"),
                ToyTrials.NO_ANALYSES,
                0.95));
    assertThat(points.schema().fieldNames()).isEqualTo(PointTable.schema(AXES).fieldNames());
    assertThat(rows(points, "isnan(value) OR isnan(low) OR isnan(high)", "statistic")).isEmpty();
    assertThat(bits(points.filter("statistic = 'fraction_failed'"), "value", "count", "a_text"))
        .containsExactly("value=" + bits(0.5) + " count=2 a_text=" + TEXT);
    assertThat(bits(points.filter("subject = 'loss' AND statistic = 'median'"), "value", "count"))
        .containsExactly("value=" + bits(-0.0) + " count=1");
    assertThat(bits(points.filter("subject = 'none'"), "value", "count"))
        .isNotEmpty()
        .containsOnly("value=null count=0");
    assertThat(
            bits(
                points.filter("statistic = 'km_median' AND subject <> 'converged'"),
                "subject",
                "value"))
        .containsExactlyInAnyOrder("subject=low value=" + bits(2.0), "subject=high value=null");
  }
}
