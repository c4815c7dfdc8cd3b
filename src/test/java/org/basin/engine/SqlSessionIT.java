package org.basin.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.basin.engine.query.Queries;
import org.basin.engine.query.QueryException;
import org.basin.engine.storage.EngineException;
import org.basin.engine.storage.SweepFolder;
import org.basin.testing.DecayTrials;
import org.basin.testing.SharedSpark;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Queries over several sweeps, and over one publication while others are made. */
class SqlSessionIT {

  private static final SparkSession SPARK = SharedSpark.session();

  @TempDir static Path output;

  @BeforeAll
  static void run() {
    run("one", 3);
    run("my-two", 2);
    run("text", 1); // The name of a format of files.
  }

  private static void run(String name, int seeds) {
    Jobs.run(SPARK, DecayTrials.sweep(name, seeds, List.of(0.1, 0.2)), output.toString());
  }

  private static SqlSession session(String sweep) {
    return new SqlSession(
        SPARK,
        Jobs.settings(),
        output.toString(),
        SweepFolder.of(new Configuration(), output.toString(), sweep),
        false);
  }

  private static List<Object> values(SqlSession session, String query) {
    return session.query(query).collectAsList().stream().map(row -> row.get(0)).toList();
  }

  private static Row row(SqlSession session, String query) {
    return session.query(query).collectAsList().get(0);
  }

  @Test
  void query_joinsTablesOfSeveralSweeps() {
    SqlSession session = session("one");
    assertThat(
            values(
                session,
                "SELECT count(*) FROM one.trials JOIN `my-two`.trials"
                    + " ON one.trials.trial_id = `my-two`.trials.trial_id"))
        .containsExactly(8L);
    assertThat(
            values(
                session,
                "SELECT count(*) FROM trials a JOIN `my-two`.Trials b USING (trial_id)"
                    + " WHERE a.seed = b.seed"))
        .containsExactly(8L);
    assertThat(values(session, "SELECT count(*) FROM trials a, one.trials b"))
        .containsExactly(144L);
    assertThat(values(session, "SELECT count(*) FROM one.trials a, one.trials b"))
        .containsExactly(144L);
  }

  @Test
  void twoParts_mayStandAnywhere() {
    SqlSession session = session("one");
    String count = "(SELECT count(*) FROM `my-two`.trials)";
    assertThat(values(session, "SELECT " + count + " + count(*) FROM trials")).containsExactly(20L);
    assertThat(values(session, "WITH t AS " + count + " SELECT * FROM t")).containsExactly(8L);
    assertThat(values(session, "SELECT * FROM (WITH t AS " + count + " SELECT * FROM t)"))
        .containsExactly(8L);
    assertThat(
            values(
                session,
                "SELECT count(*) FROM trials WHERE trial_id IN"
                    + " (SELECT trial_id FROM `my-two`.trials)"))
        .containsExactly(8L);
    assertThat(
            values(
                session,
                "SELECT count(*) FROM trials t WHERE NOT EXISTS"
                    + " (SELECT * FROM `my-two`.trials o WHERE o.trial_id = t.trial_id)"))
        .containsExactly(4L);
    assertThat(
            values(session, "SELECT count(*) FROM (TABLE one.trials UNION ALL TABLE text.trials)"))
        .containsExactly(16L);
  }

  @Test
  void ownNames_hideNothingOfTwoParts() {
    SqlSession session = session("one");
    assertThat(
            row(
                session,
                "WITH trials AS (SELECT 1 AS n), `one.trials` AS (SELECT 2 AS n),"
                    + " one AS (SELECT 3 AS n)"
                    + " SELECT (SELECT n FROM trials), (SELECT n FROM `one.trials`),"
                    + " (SELECT n FROM one), (SELECT count(*) FROM one.trials)"))
        .isEqualTo(org.apache.spark.sql.RowFactory.create(1, 2, 3, 12L));
  }

  @Test
  void wrongNames_getASuggestion() {
    SqlSession session = session("one");
    assertThatThrownBy(() -> session.query("SELECT * FROM `my-tow`.trials"))
        .isInstanceOf(EngineException.class)
        .hasMessage("no sweep my-tow in " + output + "; did you mean my-two?");
    assertThatThrownBy(() -> session.query("SELECT * FROM one.trails"))
        .isInstanceOf(QueryException.class)
        .hasMessage("one.trails is no table; did you mean trials? (line 1, position 14)");
    assertThatThrownBy(() -> session.query("SELECT * FROM a.b.trials"))
        .isInstanceOf(QueryException.class)
        .hasMessageStartingWith("a.b.trials is no table here");
    assertThatThrownBy(() -> session.query("SELECT sed FROM one.trials"))
        .hasMessageContaining("did you mean")
        .hasMessageContaining("seed");
    assertThatThrownBy(() -> session.query("SELECT verdict FROM one.trials, `my-two`.trials"))
        .isInstanceOf(QueryException.class);
  }

  @Test
  void hostileStatements_areRefused_whateverSweepsThereAre() throws IOException {
    SqlSession session = session("one");
    session.sweep("text");
    Path outside = Files.createTempDirectory("outside");
    Path secret = Files.writeString(outside.resolve("secret"), "secret\n");
    Path canary = outside.resolve("canary");
    for (String sql : Queries.hostile(secret, canary)) {
      assertThatThrownBy(() -> session.query(sql))
          .as(sql)
          .isInstanceOfAny(QueryException.class, EngineException.class);
      assertThat(canary).as(sql).doesNotExist();
    }
    for (String sql : Queries.FRIENDLY) {
      session.query(sql);
    }
    Files.delete(secret);
    Files.delete(outside);
  }

  @Test
  void session_keepsItsPublication_untilRefresh() {
    run("grown", 2);
    SqlSession session = session("grown");
    assertThat(values(session, "SELECT count(*) FROM trials")).containsExactly(8L);
    assertThat(session.refresh()).isFalse();
    run("grown", 5);
    assertThat(values(session, "SELECT count(*) FROM trials")).containsExactly(8L);
    assertThat(session.chosen().count("trials")).hasValue(8L);
    assertThat(session.refresh()).isTrue();
    assertThat(values(session, "SELECT count(*) FROM trials")).containsExactly(20L);
  }

  @Test
  void publicationThatIsGone_isTold() {
    run("fast", 1);
    SqlSession session = session("fast");
    run("fast", 2);
    run("fast", 3);
    Throwable failure =
        org.assertj.core.api.Assertions.catchThrowable(
            () -> values(session, "SELECT sum(final_loss) FROM trials"));
    assertThat(failure).isNotNull();
    assertThat(session.damage(failure).orElseThrow())
        .hasMessage(
            "the tables of fast that were opened are gone, since others were published after them");
    session.refresh();
    assertThat(values(session, "SELECT count(*) FROM trials")).containsExactly(12L);
  }

  @Test
  void session_writesNothing() throws IOException {
    Map<Path, FileTime> before = times();
    SqlSession session = session("one");
    values(session, "SELECT count(*) FROM trials JOIN `my-two`.trials USING (trial_id)");
    session.use("my-two");
    session.refresh();
    assertThat(session.published("one")).isPresent();
    assertThat(times()).isEqualTo(before);
  }

  private static Map<Path, FileTime> times() throws IOException {
    Map<Path, FileTime> times = new TreeMap<>();
    try (Stream<Path> files = Files.walk(output)) {
      for (Path file : files.toList()) {
        if (file.startsWith(output.resolve("one")) || file.startsWith(output.resolve("my-two"))) {
          times.put(file, Files.getLastModifiedTime(file));
        }
      }
    }
    return times;
  }
}
