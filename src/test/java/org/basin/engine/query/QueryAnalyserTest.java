package org.basin.engine.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.spark.sql.types.StructType;
import org.basin.tables.AxisColumns;
import org.basin.tables.HittingTimeTable;
import org.basin.tables.ObservationTable;
import org.basin.tables.PointTable;
import org.basin.tables.SelectionTable;
import org.basin.tables.SweepTable;
import org.basin.tables.TrialTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Queries are checked against the rules without a session, as {@code plan} does. */
class QueryAnalyserTest {

  private static final QueryAnalyser QUERIES = analyser(QueryLimits.load());

  @TempDir Path folder;

  private static QueryAnalyser analyser(QueryLimits limits) {
    AxisColumns axes = new AxisColumns(List.of("decay.rate"), List.of("DOUBLE"));
    Map<String, StructType> schemas = new LinkedHashMap<>();
    schemas.put(SweepTable.NAME, SweepTable.SCHEMA);
    schemas.put(TrialTable.NAME, TrialTable.schema(axes, List.of("loss")));
    schemas.put(ObservationTable.NAME, ObservationTable.SCHEMA);
    schemas.put(HittingTimeTable.NAME, HittingTimeTable.SCHEMA);
    schemas.put(PointTable.NAME, PointTable.schema(axes));
    schemas.put(SelectionTable.NAME, SelectionTable.schema(axes, List.of("loss")));
    return QueryAnalyser.ofSchemas(schemas, 0.95, limits);
  }

  private static void refused(String sql, String message) {
    assertThatThrownBy(() -> QUERIES.schema(sql, true))
        .as(sql)
        .isInstanceOf(QueryException.class)
        .hasMessage(message);
  }

  @Test
  void hostileStatements_areRefused_andTouchNothing() throws IOException {
    Path secret = Files.writeString(folder.resolve("secret"), "secret\n");
    Path canary = folder.resolve("canary");
    List<String> all = Queries.hostile(secret, canary);
    assertThat(all).hasSizeGreaterThan(100);
    for (String sql : all) {
      for (boolean isClaim : new boolean[] {true, false}) {
        assertThatThrownBy(() -> QUERIES.schema(sql, isClaim))
            .as(sql)
            .isInstanceOf(QueryException.class)
            .satisfies(
                e ->
                    assertThat(e.getMessage())
                        .isNotBlank()
                        .doesNotContain("\n", "SQLSTATE", "Exception", "Unresolved"));
      }
      assertThat(canary).as(sql).doesNotExist();
    }
    assertThat(secret).hasContent("secret");
    assertThat(folder).isDirectoryNotContaining(path -> !path.equals(secret));
  }

  @Test
  void friendlyQueries_areAllowed() {
    assertThat(Queries.FRIENDLY).hasSizeGreaterThan(30);
    for (String sql : Queries.FRIENDLY) {
      assertThatCode(() -> QUERIES.schema(sql, true)).as(sql).doesNotThrowAnyException();
    }
  }

  @Test
  void unrepeatableQueries_areNoClaims_butAllowedOtherwise() {
    for (String sql : Queries.UNREPEATABLE) {
      assertThatThrownBy(() -> QUERIES.schema(sql, true))
          .as(sql)
          .isInstanceOf(QueryException.class)
          .hasMessageContaining(
              "is not allowed in a claim, whose verdict must depend on the tables alone");
      assertThatCode(() -> QUERIES.schema(sql, false)).as(sql).doesNotThrowAnyException();
    }
    refused(
        "SELECT rand() > 0.5 AS holds",
        "rand is not allowed in a claim, whose verdict must depend on the tables alone (line 1,"
            + " position 7)");
  }

  @Test
  void misspeltNames_haveTheNearest() {
    refused(
        "SELECT true AS holds FROM trils",
        "trils is no table here; did you mean trials? known are sweeps, trials, observations,"
            + " hitting_times, points, selections (line 1, position 26)");
    refused(
        "SELECT final_los > 1 AS holds FROM trials",
        "final_los is no column here; did you mean final_loss? (line 1, position 7)");
    refused(
        "SELECT t.final_los > 1 AS holds\nFROM trials t WHERE\nT.final_los = 1",
        "T.final_los is no column here; did you mean t.final_loss? (line 3, position 0)");
    refused(
        "SELECT percentil(seed, 0.5) > 1 AS holds FROM trials",
        "percentil is no function here; did you mean percentile? (line 1, position 7)");
    refused(
        "SELECT x FROM explde(array(1)) AS t(x)",
        "explde is no function here; did you mean explode? (line 1, position 14)");
  }

  @Test
  void callsOfBasinsFunctions_areChecked() {
    refused(
        "SELECT wilson_low('a', 3) > 0 AS holds",
        "wilson_low: argument 'a' is string, must be a number (line 1, position 7)");
    refused(
        "SELECT wilson_low(3) > 0 AS holds",
        "wilson_low takes 2 arguments and has 1 (line 1, position 7)");
    refused(
        "SELECT iqm(verdict) > 0 AS holds FROM trials",
        "iqm: argument trials.verdict is string, must be a number (line 1, position 7)");
    refused(
        "SELECT km_quantile(steps, seed, 0.5) > 0 AS holds FROM trials",
        "km_quantile: argument seed is bigint, must be boolean (line 1, position 7)");
    refused(
        "SELECT bca_low(seed, 'iqm', 3) > 0 AS holds FROM trials",
        "bca_low takes 1 or 2 arguments and has 3 (line 1, position 7)");
  }

  @Test
  void largeQueries_areRefusedInOneLine() {
    refused(
        "SELECT true AS holds -- " + "x".repeat(100_000),
        "the query has 100024 characters, must have at most 100000");
    String deep = "the query is nested too deeply, must have at most 200 levels";
    refused("SELECT " + "(".repeat(40_000) + "true" + ")".repeat(40_000) + " AS holds", deep);
    refused("SELECT " + "NOT ".repeat(20_000) + "true AS holds", deep);
    refused("SELECT " + "1 + ".repeat(20_000) + "1 > 0 AS holds", deep);
    refused("SELECT " + "- ".repeat(40_000) + "1 > 0 AS holds", deep);
    refused("SELECT array(1)" + "[0]".repeat(20_000) + " > 0 AS holds", deep);
    refused("SELECT true AS holds" + " UNION ALL SELECT true".repeat(4000), deep);
    String doubled = "SELECT 1 AS a0";
    for (int i = 1; i < 40; i++) {
      doubled = String.format("SELECT a%d + a%d AS a%d FROM (%s)", i - 1, i - 1, i, doubled);
    }
    String bomb = "SELECT a39 > 0 AS holds FROM (" + doubled + ")";
    assertThatThrownBy(() -> QUERIES.schema(bomb, true))
        .isInstanceOf(QueryException.class)
        .hasMessageContaining("where names stand for names, must be at most 100000");
  }

  @Test
  void tablesThatDouble_areRefusedBeforeTheyAre() {
    StringBuilder bomb = new StringBuilder("WITH c0 AS (SELECT 1 AS x)");
    IntStream.range(1, 30)
        .forEach(
            i ->
                bomb.append(
                    String.format(
                        ", c%d AS (SELECT a.x FROM c%d a JOIN c%d b USING (x))", i, i - 1, i - 1)));
    bomb.append(" SELECT x > 0 AS holds FROM c29");
    assertThatThrownBy(() -> QUERIES.schema(bomb.toString(), true))
        .isInstanceOf(QueryException.class)
        .hasMessageContaining("where names stand for names, must be at most 100000");
  }

  @Test
  void inlineTables_holdConstantsOnly() {
    refused(
        "SELECT size(x) > 0 AS holds FROM VALUES (array_repeat(1, 1000000000)) AS t(x)",
        "VALUES holds array_repeat(1, 1000000000), must hold constants as they are written"
            + " (line 1, position 41)");
  }
}
