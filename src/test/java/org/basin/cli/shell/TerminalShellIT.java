package org.basin.cli.shell;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;
import org.basin.cli.text.SparkErrors;
import org.basin.engine.Jobs;
import org.basin.engine.SqlSession;
import org.basin.engine.storage.SweepFolder;
import org.basin.testing.DecayTrials;
import org.basin.testing.SharedSpark;
import org.jline.terminal.Size;
import org.jline.terminal.impl.ExternalTerminal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A person at a terminal, over real tables. */
class TerminalShellIT {

  private static final SparkSession SPARK = SharedSpark.session();
  private static final String PROMPT = "decays> ";

  @TempDir static Path output;
  @TempDir Path folder;

  private final List<Throwable> unexpected = new ArrayList<>();

  private Typist person;
  private Thread shell;

  @BeforeAll
  static void run() {
    for (String sweep : List.of("decays", "my-other")) {
      Jobs.run(SPARK, DecayTrials.sweep(sweep, 3, List.of(0.5, -1.0)), output.toString());
    }
  }

  @BeforeEach
  void start() throws IOException {
    PipedInputStream in = new PipedInputStream(65536);
    PipedOutputStream out = new PipedOutputStream();
    PipedInputStream screen = new PipedInputStream(out, 1 << 20);
    person = new Typist(new PipedOutputStream(in), screen);
    ExternalTerminal terminal = new ExternalTerminal("test", "xterm", in, out, UTF_8);
    terminal.setSize(new Size(80, 200));
    SqlSession session =
        new SqlSession(
            SPARK,
            Jobs.settings(),
            output.toString(),
            SweepFolder.of(new Configuration(), output.toString(), "decays"),
            false);
    SqlShell sql = new SqlShell(SPARK, session, terminal.writer(), TerminalShell.width(terminal));
    TerminalShell typed =
        new TerminalShell(
            terminal,
            sql,
            SparkErrors::line,
            unexpected::add,
            Optional.of(folder.resolve("history")));
    shell = new Thread(typed::run, "shell");
    shell.start();
    assertThat(person.await(PROMPT)).contains("Sweep decays, 12 trials, tables published 20");
  }

  @AfterEach
  void end() throws InterruptedException {
    person.type("\u0003\u0004"); // Ctrl-C drops what a failed test left, and Ctrl-D ends.
    shell.join(240_000);
    assertThat(shell.isAlive()).isFalse();
    assertThat(unexpected).isEmpty();
    person.close();
  }

  private String answer(String line) {
    person.type(line + "\r");
    return person.await(PROMPT);
  }

  @Test
  void query_mayHaveSeveralLines() {
    person.type("SELECT verdict, count(*) AS n -- a note;\r");
    person.await("..> ");
    person.type("FROM trials\rGROUP BY 1 ORDER BY 1;\r");
    assertThat(person.await("(2 rows)")).contains("verdict    n", "converged  6", "diverged   6");
  }

  @Test
  void openQuote_isShownInThePrompt() {
    person.type("SELECT 'a\r");
    person.await(".'> ");
    person.type("b';\r");
    person.await("a\\nb");
    person.type("SELECT /* a\r");
    person.await("/*> ");
    person.type("\u0003"); // Ctrl-C drops it.
    person.await(PROMPT);
  }

  @Test
  void tab_completesNamesAndValues() {
    person.type("SELECT count(*) FROM tri\t");
    person.await("FROM trials ");
    person.type("WHERE verdict = 'conv\t");
    person.await("converged' ");
    person.type(";\r");
    person.await("(1 row)");
    person.type("\\ref\t\r");
    person.await("Nothing was published since.");
  }

  @Test
  void commands_describeWhatIsThere() {
    assertThat(answer("\\d")).contains("trials", "12 rows", "One row a finished trial");
    assertThat(answer("\\d hitting_times"))
        .contains("censor_step", "bigint", "whether no hit is known");
    assertThat(answer("\\d `my-other`.trials")).contains("decay_rate", "the trial's setting");
    assertThat(answer("\\d trails")).contains("trails is no table of decays; did you mean trials?");
    assertThat(answer("\\df")).contains("iqm(x)");
    assertThat(answer("\\sweeps")).contains("* decays", "my-other", "UTC");
    assertThat(answer("\\?")).contains("\\export", "Ctrl-C");
    assertThat(answer("\\tming")).contains("\\tming is no command; did you mean \\timing?");
    person.type("\\use my-other\r");
    person.await("my-other> ");
    person.type("\\use decays\r");
    person.await(PROMPT);
  }

  @Test
  void wideRows_areShownByColumnOrCut() {
    assertThat(answer("SELECT * FROM trials LIMIT 1;")).contains("-[ 1 ]---", "trial_id  ");
    assertThat(answer("SELECT * FROM trials;")).contains("more columns, shown by \\x: trial_id");
    answer("\\x");
    assertThat(answer("SELECT count(*) AS n FROM trials;")).contains("-[ 1 ]---", "n  12");
    answer("\\x off");
    assertThat(answer("SELECT * FROM trials LIMIT 1;")).contains("more columns", "(1 row)");
  }

  @Test
  void errors_areMarkedAndTheShellGoesOn() {
    assertThat(answer("SELECT seed, verdct FROM trials;"))
        .contains(
            "basin: verdct is no column here; did you mean verdict?",
            "  SELECT seed, verdct FROM trials\n               ^\n");
    assertThat(answer("SELECT * FROM trails;")).contains("did you mean trials?");
    assertThat(answer("SELECT * FROM `my-othr`.trials;"))
        .contains("no sweep my-othr in", "my-other?");
    assertThat(answer("DROP TABLE trials;")).contains("must be a query, SELECT …");
    assertThat(answer("SELECT * FROM csv.`/etc/passwd`;")).contains("no sweep csv in");
    assertThat(answer("SELECT raise_error('told') FROM trials;")).contains("basin: ");
    assertThat(answer("SELECT 1 AS one;")).contains("(1 row)");
  }

  @Test
  void query_mayNameTwoSweeps() {
    assertThat(
            answer("SELECT count(*) AS n FROM trials JOIN `my-other`.trials o USING (trial_id);"))
        .contains("12");
  }

  @Test
  void export_writesTheLastResult_andReplacesNothingUnasked() throws IOException {
    assertThat(answer("\\export csv " + folder + "/x.csv")).contains("no query has been run yet");
    answer("SELECT seed, decay_rate, verdict, array(1, 2) AS a FROM trials ORDER BY 1, 2;");
    assertThat(answer("\\export csv " + folder + "/x.csv")).contains("Wrote ");
    assertThat(Files.readAllLines(folder.resolve("x.csv")))
        .hasSize(13)
        .startsWith("seed,decay_rate,verdict,a");
    answer("SELECT 1 AS one;");
    assertThat(answer("\\export csv " + folder + "/x.csv")).contains("exists;", "--replace");
    assertThat(Files.readAllLines(folder.resolve("x.csv"))).hasSize(13);
    assertThat(answer("\\export --replace csv " + folder + "/x.csv")).contains("Wrote ");
    assertThat(folder.resolve("x.csv")).hasContent("one\n1\n");
    answer("SELECT *, timestamp'2020-01-01 00:00:00' AS t FROM trials;");
    assertThat(answer("\\export parquet " + folder + "/x.parquet")).contains("Wrote ");
    var parquet = SPARK.read().parquet(folder + "/x.parquet");
    assertThat(parquet.count()).isEqualTo(12);
    assertThat(parquet.where("verdict = 'converged' AND year(t) = 2020").count()).isEqualTo(6);
    answer("\\export json " + folder + "/x.json");
    assertThat(Files.readAllLines(folder.resolve("x.json"))).hasSize(12);
    answer("SELECT 1 AS a, 2 AS A;");
    assertThat(answer("\\export parquet " + folder + "/y.parquet"))
        .contains("two columns are named");
    assertThat(answer("\\export csv " + output + "/decays/x.csv")).contains("only reads");
    try (var files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("x.csv", "x.parquet", "x.json", "history");
    }
  }

  @Test
  void controlC_endsTheQueryAndKeepsTheShell() {
    person.type("SELECT sum(a.id * b.id % 7) FROM range(10000000) a, range(10000000) b;\r");
    while (SPARK.sparkContext().statusTracker().getActiveStageIds().length == 0) {
      Thread.onSpinWait();
    }
    person.type("\u0003");
    person.await("basin: cancelled");
    person.await(PROMPT);
    assertThat(answer("SELECT count(*) AS n FROM trials;")).contains("12");
    assertThat(SPARK.sparkContext().statusTracker().getActiveStageIds()).isEmpty();
  }

  @Test
  void timing_isTold_andHistoryKept() throws IOException {
    answer("\\timing");
    assertThat(answer("SELECT 1 AS one;")).contains("Time: ", " s");
    assertThat(Files.readString(folder.resolve("history"))).contains("SELECT 1 AS one;");
  }

  @Test
  void quitInsideAQuery_endsTheShell() throws InterruptedException {
    person.type("SELECT 'never closed\r");
    person.await(".'> ");
    person.type("\\q\r");
    shell.join(240_000);
    assertThat(shell.isAlive()).isFalse();
  }
}
