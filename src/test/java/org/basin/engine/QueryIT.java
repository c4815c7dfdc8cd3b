package org.basin.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.math3.distribution.ChiSquaredDistribution;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.basin.engine.lease.Lease;
import org.basin.engine.query.QueryException;
import org.basin.engine.storage.EngineException;
import org.basin.engine.storage.SweepFolder;
import org.basin.plan.Sweep;
import org.basin.stats.location.Location;
import org.basin.tables.BoundaryTable;
import org.basin.tables.ComparisonTable;
import org.basin.tables.PhaseTable;
import org.basin.tables.RateTable;
import org.basin.tables.ScalingTable;
import org.basin.tables.SelectionTable;
import org.basin.tables.SweepTable;
import org.basin.testing.Bits;
import org.basin.testing.DecayTrials;
import org.basin.testing.SharedSpark;
import org.basin.train.Verdict;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Questions about a sweep by {@link SqlJob} and {@link StatusJob}. */
class QueryIT {

  private static final SparkSession SPARK = SharedSpark.session();
  private static final Sweep SWEEP = DecayTrials.sweep("asked", 3, List.of(0.1, -1.0));

  @TempDir static Path output;
  private static SweepFolder folder;

  private final SqlJob sql = new SqlJob(SPARK, Jobs.settings());
  private final StatusJob status = new StatusJob(SPARK, Jobs.settings());

  @BeforeAll
  static void run() {
    Jobs.run(SPARK, SWEEP, output.toString());
    folder = folder("asked");
  }

  private static SweepFolder folder(String sweep) {
    return SweepFolder.of(new Configuration(), output.toString(), sweep);
  }

  @Test
  void everyTable_isAView() {
    for (String table : SweepTable.TABLES) {
      // This sweep declares none of these.
      boolean isEmpty =
          Set.of(
                  SelectionTable.NAME,
                  ComparisonTable.NAME,
                  RateTable.NAME,
                  PhaseTable.NAME,
                  ScalingTable.NAME,
                  BoundaryTable.NAME)
              .contains(table);
      assertThat(sql.query(folder, "SELECT * FROM " + table).isEmpty())
          .as(table)
          .isEqualTo(isEmpty);
    }
    Row row =
        sql.query(
                folder,
                "SELECT t.verdict, max(o.step) FROM trials t JOIN observations o USING (trial_id)"
                    + " WHERE decay_rate = -1 GROUP BY t.verdict")
            .first();
    assertThat(row.getString(0)).isEqualTo("diverged");
    assertThat(row.getLong(1)).isEqualTo(40);
  }

  @Test
  void views_areThoseOfTheSweepAskedLast() {
    Jobs.run(SPARK, DecayTrials.sweep("other", 1, List.of(0.1)), output.toString());
    assertThat(sql.query(folder("other"), "SELECT * FROM trials").count()).isEqualTo(2);
    assertThat(sql.query(folder, "SELECT * FROM trials").count()).isEqualTo(12);
  }

  private static final String STATISTICS =
      "SELECT decay_rate, iqm(value), bca_low(value), bca_high(value, 'mean'),"
          + " slope(ln(value), step), slope_low(ln(value), step), slope_high(ln(value), step)"
          + " FROM (SELECT * FROM observations WHERE component IS NULL AND NOT isnan(value)"
          + "%s) JOIN trials USING (trial_id) GROUP BY 1 ORDER BY 1";

  @Test
  void statistics_areOfAGroupsRows_inAnyOrder() {
    Row row = sql.query(folder, STATISTICS.formatted(" AND step <= 2") + " DESC").first();
    double[] values =
        sql
            .query(
                folder,
                "SELECT value FROM observations JOIN trials USING (trial_id)"
                    + " WHERE component IS NULL AND step <= 2 AND decay_rate = 0.1")
            .collectAsList()
            .stream()
            .mapToDouble(each -> each.getDouble(0))
            .sorted()
            .toArray();
    assertThat(row.getDouble(1)).isEqualTo(Location.INTERQUARTILE_MEAN.of(values));
    assertThat(row.getDouble(2)).isLessThan(row.getDouble(1)).isGreaterThan(values[0]);
    // ln loss = ln(1 + seed) − 0.1 step, for three seeds.
    assertThat(row.getDouble(4)).isCloseTo(-0.1, within(1e-12));
    assertThat(row.getDouble(5)).isLessThan(-0.1);
    assertThat(row.getDouble(6)).isGreaterThan(-0.1);

    List<String> once = Bits.rows(sql.query(folder, STATISTICS.formatted("")));
    String shuffled =
        " AND step % 2 = 1 UNION ALL SELECT * FROM observations WHERE component IS NULL"
            + " AND NOT isnan(value) AND step % 2 = 0";
    assertThat(Bits.rows(sql.query(folder, STATISTICS.formatted(shuffled)))).isEqualTo(once);
  }

  /** All of the six trials that converge hit at step 7, and none of the six that diverge does. */
  @Test
  void survivalStatistics_areThoseOfHittingTimes() {
    String times =
        "(SELECT decay_rate, censored, coalesce(step, censor_step) AS step"
            + " FROM hitting_times JOIN trials USING (trial_id))";
    Row all =
        sql.query(
                folder,
                "SELECT km_quantile(step, censored, 0.25), km_quantile(step, censored, 0.75),"
                    + " logrank_p(step, censored, decay_rate) FROM "
                    + times)
            .first();
    assertThat(all.getDouble(0)).isEqualTo(7);
    assertThat(all.isNullAt(1)).isTrue();
    // 6 hits where 3 are expected; their hypergeometric variance is 6⁴ / (12² · 11) = 9 / 11.
    assertThat(all.getDouble(2))
        .isCloseTo(
            1 - new ChiSquaredDistribution(null, 1).cumulativeProbability(11), within(1e-12));

    List<Row> each =
        sql.query(
                folder,
                "SELECT decay_rate, km_quantile(step, censored, 0.5),"
                    + " logrank_p(step, censored, decay_rate) FROM "
                    + times
                    + " GROUP BY decay_rate ORDER BY decay_rate")
            .collectAsList();
    assertThat(each.get(0).isNullAt(1)).isTrue();
    assertThat(each.get(1).getDouble(1)).isEqualTo(7);
    // One group has nothing to be compared with.
    assertThat(each).allMatch(row -> row.isNullAt(2));
  }

  @Test
  void statistics_leaveOutNulls_andAreNullWhereUndefined() {
    Row row =
        sql.query(
                folder,
                "SELECT iqm(x), slope(x, y), iqm(x) FILTER (WHERE x > 9), bca_low(y)"
                    + " FROM VALUES (1, NULL), (NULL, 2), (3, 4) AS t(x, y)")
            .first();
    assertThat(row.getDouble(0)).isEqualTo(2);
    assertThat(row.isNullAt(1)).isTrue();
    assertThat(row.isNullAt(2)).isTrue();
    assertThat(row.isNullAt(3)).isFalse();
  }

  @Test
  void wrongArguments_areToldInOneLine() {
    assertThatThrownBy(
            () -> sql.query(folder, "SELECT bca_low(seed, verdict) FROM trials").collectAsList())
        .hasRootCauseMessage(
            "bca_low: statistic is converged and diverged in one group, must be the same in all"
                + " its rows");
    assertThatThrownBy(
            () -> sql.query(folder, "SELECT bca_low(seed, 'max') FROM trials").collectAsList())
        .hasRootCauseMessage("bca_low: statistic is max, must be iqm, mean or median");
  }

  @Test
  void wrongQuery_saysWhatIsWrong() {
    assertThatThrownBy(() -> sql.query(folder, "SELECT verdit FROM trials"))
        .isInstanceOf(QueryException.class)
        .hasMessage("verdit is no column here; did you mean verdict? (line 1, position 7)");
  }

  @Test
  void sweepWithoutTables_saysWhatToDo() throws IOException {
    Files.createDirectories(output.resolve("empty/_work"));
    SweepFolder empty = folder("empty");
    assertThatThrownBy(() -> sql.query(empty, "SELECT 1"))
        .isInstanceOf(EngineException.class)
        .hasMessageEndingWith("has no table sweeps; run or aggregate the sweep first");
  }

  @Test
  void status_countsWhatIsCommittedOfThePlan() {
    SweepStatus now = status.status(SWEEP, output.toString());
    assertThat(now.planned()).isEqualTo(12);
    assertThat(now.committed()).isEqualTo(12);
    assertThat(now.verdicts()).isEqualTo(Map.of(Verdict.CONVERGED, 6L, Verdict.DIVERGED, 6L));
    assertThat(now.runner()).isEmpty();

    SweepStatus more =
        status.status(DecayTrials.sweep("asked", 5, List.of(0.1)), output.toString());
    assertThat(more.planned()).isEqualTo(10);
    assertThat(more.committed()).isEqualTo(6);
  }

  @Test
  void status_ofASweepNeverRun_isAllZero() {
    SweepStatus never =
        status.status(DecayTrials.sweep("never", 1, List.of(0.1)), output.toString());
    assertThat(never.planned()).isEqualTo(2);
    assertThat(never.committed()).isZero();
    assertThat(output.resolve("never")).doesNotExist();
  }

  @Test
  void status_namesTheRunner_andCountsBeforeAnythingIsPublished() throws IOException {
    Sweep sweep = DecayTrials.sweep("running", 2, List.of(0.1));
    Jobs.run(SPARK, sweep, output.toString());
    Files.move(output.resolve("running/trials"), output.resolve("running/_trials"));
    try (Lease held = Lease.take(folder("running"), Jobs.settings())) {
      assertThat(held).isNotNull();
      SweepStatus now = status.status(sweep, output.toString());
      assertThat(now.runner()).startsWith("process " + ProcessHandle.current().pid() + " on ");
      assertThat(now.committed()).isEqualTo(4);
    }
  }

  @Test
  void runThatWasKilled_hasItsRowWithoutAnEnd() throws IOException {
    Sweep sweep = DecayTrials.sweep("ended", 2, List.of(0.1));
    Jobs.run(SPARK, sweep, output.toString());
    SweepFolder ended = folder("ended");
    String run = ended.runs().get(0);
    String killed = "20200101T000000000-abcdef";
    // A run writes this record when it starts.
    ended.write(
        ended.run(killed),
        ended
            .read(ended.run(run))
            .replace(run, killed)
            .replaceAll(
                "\"(end|planned|trained|machines|failures)\":(\"[^\"]*\"|\\[[^]]*]|\\d+),?", ""));
    ended.write(ended.run("20200101T000000001-abcdef"), "{\"run_id\":\"2020");

    List<Row> runs = status.runs(ended).orderBy("run_id").collectAsList();

    assertThat(runs).hasSize(2);
    assertThat(runs.get(0).<String>getAs("run_id")).isEqualTo(killed);
    assertThat(runs.get(0).<Object>getAs("end")).isNull();
    assertThat(runs.get(1).<Object>getAs("end")).isNotNull();
  }
}
