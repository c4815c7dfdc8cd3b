package org.basin.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.basin.engine.progress.ProgressView;
import org.basin.plan.Claim;
import org.basin.plan.Sweep;
import org.basin.plan.analysis.Analyses;
import org.basin.plan.analysis.Rate;
import org.basin.stats.curve.RateLaw;
import org.basin.stats.curve.SyntheticCurves;
import org.basin.testing.DecayTrials;
import org.basin.testing.SharedSpark;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Trials leave the tables only if the user asks for it. */
class ReplacementIT {

  private static final SparkSession SPARK = SharedSpark.session();
  private static final JobRequest ASKED =
      new JobRequest("my sweep.conf", "small", List.of("seeds.count=4"), false, line -> {});

  @TempDir Path output;
  private final List<String> said = new ArrayList<>();

  private static Sweep sweep(int seeds, List<Double> rates) {
    Sweep plain = DecayTrials.sweep("kept", seeds, rates);
    String resolved =
        "sweep { name = kept, rates = [], seeds.count = "
            + seeds
            + ", axes = [{ values = "
            + rates
            + " }] }";
    Claim claim = new Claim("all", "All.", "", "SELECT true AS holds", List.of(), "");
    return new Sweep(
        plain.name(),
        plain.plan(),
        plain.hittingTimes(),
        plain.selections(),
        plain.analyses(),
        List.of(claim),
        plain.figures(),
        plain.observables(),
        plain.lanes(),
        resolved);
  }

  @BeforeEach
  void publish() {
    run(sweep(4, List.of(0.1)), ASKED);
  }

  @Test
  void changedAnalysis_makesTheTablesAnew_andTrainsNothing() {
    Sweep before = sweep(4, List.of(0.1));
    Analyses asked = before.analyses();
    Rate rate =
        new Rate(
            "fall",
            "loss",
            List.of(RateLaw.EXPONENTIAL),
            false,
            -1,
            -1,
            Double.NaN,
            SyntheticCurves.CHOICE);
    Sweep after =
        new Sweep(
            before.name(),
            before.plan(),
            before.hittingTimes(),
            before.selections(),
            new Analyses(
                List.of(rate),
                asked.phases(),
                asked.scaling(),
                asked.boundaries(),
                asked.curves(),
                asked.comparisons(),
                asked.resamples()),
            before.claims(),
            before.figures(),
            before.observables(),
            before.lanes(),
            before.resolved().replace("rates = []", "rates = [{ of = loss, name = fall }]"));
    JobRequest request = new JobRequest("", "", List.of(), false, said::add);
    String told =
        "rates differs from the last run: the tables are made anew, and no trial is trained again"
            + " for it";

    new AggregateJob(SPARK, Jobs.settings()).aggregate(after, output.toString(), request);
    assertThat(said).contains(told);
    assertThat(rates()).isEqualTo(8);

    said.clear();
    RunSummary summary = run(after, request);
    assertThat(said).contains(told);
    assertThat(summary.trained()).isZero();
    assertThat(rates()).isEqualTo(8);

    said.clear();
    run(after, request);
    assertThat(said).isEmpty();
  }

  private long rates() {
    return SPARK.read().parquet(output.resolve("kept/rates").toString()).count();
  }

  private RunSummary run(Sweep sweep, JobRequest request) {
    return Jobs.job(SPARK, Jobs.settings())
        .run(sweep, output.toString(), request, ProgressView.NONE);
  }

  private long trials() {
    return SPARK.read().parquet(output.resolve("kept/trials").toString()).count();
  }

  @Test
  void fewerTrials_stopEveryVerb_beforeAnythingChanges() {
    Sweep fewer = sweep(2, List.of(0.3));
    for (String verb : List.of("run", "aggregate", "verify")) {
      assertThatThrownBy(() -> ask(verb, fewer, JobRequest.NONE))
          .as(verb)
          .isInstanceOfSatisfying(
              FewerTrialsException.class,
              e -> {
                assertThat(e.file()).isEqualTo("my sweep.conf");
                assertThat(e.variant()).isEqualTo("small");
                assertThat(e.settings()).containsExactly("seeds.count=4");
                assertThat(e.getMessage().lines())
                    .containsExactly(
                        "the tables of kept hold 8 trials; this command would publish "
                            + (verb.equals("run") ? 4 : 0),
                        "  axes.0.values: [0.1] in the last run, [0.3] now",
                        "  seeds.count: 4 in the last run, 2 now",
                        "Nothing was changed. With --replace the command goes on; trials that leave the tables stay"
                            + " in kept/_work/outcomes");
              });
      assertThat(trials()).as(verb).isEqualTo(8);
    }
    for (String verb : List.of("aggregate", "verify", "run")) {
      ask(verb, fewer, JobRequest.NONE.replacing());
      assertThat(trials()).as(verb).isEqualTo(verb.equals("run") ? 4 : 0);
    }
    assertThat(run(sweep(4, List.of(0.1)), ASKED).trained()).as("all came back").isZero();
    assertThat(trials()).isEqualTo(8);
  }

  private void ask(String verb, Sweep sweep, JobRequest request) {
    switch (verb) {
      case "run" -> run(sweep, request);
      case "verify" ->
          new VerifyJob(SPARK, Jobs.settings()).verify(sweep, output.toString(), request);
      default ->
          new AggregateJob(SPARK, Jobs.settings()).aggregate(sweep, output.toString(), request);
    }
  }

  @Test
  void asManyOthers_areSaid() {
    run(sweep(4, List.of(0.2)), new JobRequest("", "", List.of(), false, said::add));
    assertThat(said)
        .containsExactly(
            "8 of the 8 trials in the last tables of kept are not in this plan; they stay in"
                + " kept/_work/outcomes");
    said.clear();
    run(sweep(5, List.of(0.1, 0.2)), new JobRequest("", "", List.of(), false, said::add));
    assertThat(said).isEmpty();
  }

  @Test
  void commandOfARun_isInSweeps() {
    assertThat(
            SPARK
                .read()
                .parquet(output.resolve("kept/sweeps").toString())
                .filter("file = 'my sweep.conf' AND variant = 'small'")
                .filter("overrides[0] = 'seeds.count=4'")
                .count())
        .isEqualTo(1);
  }
}
