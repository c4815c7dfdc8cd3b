package org.basin.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.basin.engine.claim.ClaimException;
import org.basin.engine.claim.ClaimResult;
import org.basin.engine.claim.ClaimVerdict;
import org.basin.engine.claim.Verification;
import org.basin.engine.storage.SweepFolder;
import org.basin.plan.Claim;
import org.basin.plan.SeedRange;
import org.basin.plan.Selection;
import org.basin.plan.Sweep;
import org.basin.testing.DecayTrials;
import org.basin.testing.SharedSpark;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Claims and selections over the tables of a sweep whose losses have a closed form. */
class VerifyJobIT {

  private static final SparkSession SPARK = SharedSpark.session();

  /** The final loss is exp(−40 rate)·(1 + seed), so rate 0.2 is best and −1 diverges. */
  private static final Sweep SWEEP =
      selecting(
          DecayTrials.sweep("claimed", 3, List.of(0.1, 0.2, -1.0)),
          new Selection("by-loss", "loss", false, List.of("decay.rate")),
          new Selection("worst", "loss", true, List.of("decay.rate", "decay.name-of-it")));

  @TempDir static Path output;

  private final VerifyJob job = new VerifyJob(SPARK, Jobs.settings());

  private static Sweep selecting(Sweep sweep, Selection... selections) {
    return new Sweep(
        sweep.name(),
        sweep.plan(),
        sweep.hittingTimes(),
        List.of(selections),
        sweep.analyses(),
        List.of(),
        List.of(),
        sweep.observables(),
        sweep.lanes(),
        sweep.resolved());
  }

  private static Claim claim(String name, String sql) {
    return new Claim(name, "It is so.", "", sql, List.of(), "a.conf:3");
  }

  @BeforeAll
  static void run() {
    Jobs.run(SPARK, SWEEP, output.toString());
  }

  private Verification verify(Sweep sweep, Claim... claims) {
    return job.verify(sweep.withClaims(List.of(claims)), output.toString());
  }

  private static List<Row> rows(String query) {
    SweepFolder folder = SweepFolder.of(new Configuration(), output.toString(), "claimed");
    return new SqlJob(SPARK, Jobs.settings()).query(folder, query).collectAsList();
  }

  @Test
  void selection_takesTheBestPointWithoutLostTrials() {
    List<Row> chosen =
        rows(
            "SELECT decay_rate, decay_name_of_it, points, candidates, n, mean_loss, low_loss"
                + " FROM selections WHERE selection = 'by-loss' ORDER BY decay_name_of_it");
    assertThat(chosen).hasSize(2);
    for (Row row : chosen) {
      assertThat(row.getDouble(0)).isEqualTo(0.2);
      assertThat(row.getLong(2)).isEqualTo(3);
      assertThat(row.getLong(3)).isEqualTo(2);
      assertThat(row.getLong(4)).isEqualTo(3);
      // Seeds 0, 1, 2: mean 2, sd 1, t(0.975; 2) = 4.302653; the interval is on the log scale.
      double unit = Math.exp(-0.2 * 40);
      assertThat(row.getDouble(5)).isCloseTo(2 * unit, within(1e-9 * unit));
      assertThat(row.getDouble(6))
          .isCloseTo(
              2 * Math.exp(-4.302652729911275 / Math.sqrt(3) / 2) * unit, within(1e-9 * unit));
    }
    List<Row> worst =
        rows("SELECT decay_rate, points, candidates FROM selections WHERE selection = 'worst'");
    assertThat(worst).hasSize(1);
    assertThat(worst.get(0).getDouble(0)).isEqualTo(0.1);
    assertThat(worst.get(0).getLong(1)).isEqualTo(6);
    assertThat(worst.get(0).getLong(2)).isEqualTo(4);
  }

  @Test
  void claims_holdFailOrLackData() {
    Verification all =
        verify(
            SWEEP,
            claim(
                "by-rate",
                "SELECT decay_rate AS reading, bool_and(verdict = 'converged') AS holds,"
                    + " avg(seed) AS effect, mean_low(avg(seed), stddev(seed), count(*)) AS low,"
                    + " wilson_high(0, count(*)) AS high, count(*) AS n"
                    + " FROM trials GROUP BY 1 ORDER BY 1 DESC"),
            claim("true", "SELECT true AS holds"),
            claim("none", "SELECT true AS holds FROM trials WHERE index < 0"),
            claim("null", "SELECT NULL AS holds"));

    assertThat(all.results())
        .extracting(ClaimResult::verdict)
        .containsExactly(
            ClaimVerdict.FAILS,
            ClaimVerdict.HOLDS,
            ClaimVerdict.NOT_ENOUGH_DATA,
            ClaimVerdict.NOT_ENOUGH_DATA);
    assertThat(all.streams()).isEqualTo("over init; data, order shared");
    List<ClaimResult.Reading> readings = all.results().get(0).readings();
    assertThat(readings)
        .extracting(ClaimResult.Reading::name)
        .containsExactly("0.2", "0.1", "-1.0");
    assertThat(readings.get(0).verdict()).isEqualTo(ClaimVerdict.HOLDS);
    assertThat(readings.get(2).verdict()).isEqualTo(ClaimVerdict.FAILS);
    assertThat(readings.get(0).n()).isEqualTo(6);
    // Seeds 0, 0, 1, 1, 2, 2: sd √0.8, t(0.975; 5) = 2.570582.
    assertThat(readings.get(0).low())
        .isCloseTo(1 - 2.5705818356363146 * Math.sqrt(0.8 / 6), within(1e-9));
    // z²/(n + z²).
    assertThat(readings.get(0).high()).isCloseTo(0.3903343, within(1e-6));

    List<Row> table = rows("SELECT claim, verdict, reading, n, missing FROM claims");
    assertThat(table).hasSize(6);
    assertThat(table.get(4).getString(1)).isEqualTo("not enough data");
    assertThat(table.get(4).isNullAt(2)).isTrue();
    assertThat(table.get(4).getLong(4)).isZero();
  }

  @Test
  void missingTrials_leaveNoVerdict() {
    Sweep more = selecting(DecayTrials.sweep("claimed", 4, List.of(0.1, 0.2, -1.0)));
    Verification all = verify(more, claim("true", "SELECT true AS holds, 3 AS effect"));
    assertThat(all.planned()).isEqualTo(24);
    assertThat(all.missing()).isEqualTo(6);
    assertThat(all.results().get(0).verdict()).isEqualTo(ClaimVerdict.NOT_ENOUGH_DATA);
    assertThat(all.results().get(0).readings().get(0).effect()).isEqualTo(3);
  }

  @Test
  void wrongQueries_nameTheClaim() {
    for (String sql :
        List.of(
            "SELEC true AS holds",
            "SELECT true AS hold",
            "SELECT 1 AS holds",
            "SELECT true AS holds, 'x' AS effect",
            "SELECT true AS holds, true AS holds",
            "SELECT verdit AS holds FROM trials",
            "SELECT true AS holds FROM range(2000)",
            "SELECT 1 / (id - id) > 0 AS holds FROM range(2)",
            "DROP VIEW trials")) {
      assertThatThrownBy(() -> verify(SWEEP, claim("wrong", sql)))
          .as(sql)
          .isInstanceOfSatisfying(
              ClaimException.class, e -> assertThat(e.claim().name()).isEqualTo("wrong"));
    }
  }

  @Test
  void streams_areThoseThatVary() {
    assertThat(VerifyJob.streams(new SeedRange(0, 2, 0, Set.of("order", "data"))))
        .isEqualTo("over data, order; init shared");
    assertThat(VerifyJob.streams(new SeedRange(0, 2, 0, Set.of("order", "data", "init"))))
        .isEqualTo("over data, init, order");
    assertThat(VerifyJob.streams(new SeedRange(0, 1, 0, Set.of("data")))).isEqualTo("one seed");
  }

  private static org.assertj.core.data.Offset<Double> within(double value) {
    return org.assertj.core.api.Assertions.within(value);
  }
}
