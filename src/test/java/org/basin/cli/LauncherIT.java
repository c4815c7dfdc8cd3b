package org.basin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.basin.testing.ReportPages;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The program as a user starts it, and what it answers, of which the most comes from one process
 * for many commands. The folder they work in has a name of special characters.
 */
class LauncherIT {

  static final String SWEEP =
      """
      sweep {
        name = tiny
        seeds { count = 3, vary = [init] }
        trial {
          data { kind = circle-grid, samples = 10, target = "relu(x1)^2" }
          model { kind = squared-relu, width = 3 }
          init { kind = gaussian, std = 0.1 }
          loss { kind = squared, reduction = half-sum }
          optimiser { kind = gradient-descent, step-size = 1e-2 }
          stop { max-steps = 20 }
          observe { at = log, probes = [loss] }
        }
        axes = [ { path = optimiser.step-size, values = [1e-2, 10] } ]
        hitting-times = [ { name = fell, observable = loss, relative = true, below = 0.99 } ]
        variants { short { says = "Half of the steps.", trial.stop.max-steps = 10 } }
      }
      """;

  @TempDir static Path parent;
  static Path folder;
  private static Launched run;
  private static Program program;

  @BeforeAll
  static void runTinySweep() throws IOException {
    folder = Files.createDirectory(parent.resolve(OddNames.folder()));
    Files.writeString(folder.resolve("tiny.conf"), SWEEP);
    program = Program.in(folder);
    run = basin("run", "tiny.conf");
  }

  @AfterAll
  static void end() throws IOException {
    program.close();
  }

  /** Answers a command, in the one process. */
  static Launched basin(String... args) {
    return program.basin(args);
  }

  @Nested
  class Verify extends VerifyCases {}

  @Test
  void run_endsWithASummary() {
    assertThat(run.err()).doesNotContain("WARN", "\tat ");
    assertThat(run.status()).isZero();
    assertThat(run.out())
        .contains("trained 6 of 6 trials", "diverged 3", "median step", "output/tiny", "Next: ");
  }

  @Test
  void csv_holdsNothingElse() {
    Launched csv =
        basin(
            "sql",
            "SELECT verdict, count(*) AS n FROM trials GROUP BY verdict ORDER BY verdict",
            "--format",
            "csv");
    assertThat(csv.err()).isEmpty();
    assertThat(csv.out()).isEqualTo("verdict,n\ndiverged,3\nexhausted,3\n");
  }

  @Test
  void json_isOneObjectALine() {
    Launched json =
        basin("sql", "--format=json", "SELECT 1 AS a, double('NaN') AS b, CAST(NULL AS INT) AS c");
    assertThat(json.out()).isEqualTo("{\"a\":1,\"b\":\"NaN\",\"c\":null}\n");
  }

  @Test
  void unknownColumn_isOneLine() {
    Launched sql = basin("sql", "SELECT verdit FROM trials");
    assertThat(sql.status()).isEqualTo(2);
    assertThat(sql.out()).isEmpty();
    assertThat(sql.err().lines()).hasSize(1);
    assertThat(sql.err())
        .isEqualTo("basin: verdit is no column here; did you mean verdict? (line 1, position 7)\n");
  }

  @Test
  void unknownSweep_namesTheNearest() {
    Launched status = basin("status", "--sweep", "tinny");
    assertThat(status.status()).isEqualTo(2);
    assertThat(status.err()).isEqualTo("basin: no sweep tinny in output; did you mean tiny?\n");
  }

  @Test
  void badOption_isOneLine() {
    Launched bad = basin("run", "tiny.conf", "--sett", "a=1");
    assertThat(bad.status()).isEqualTo(2);
    assertThat(bad.err().lines()).hasSize(1);
    assertThat(bad.err()).contains("--sett", "basin run --help");
  }

  @Test
  void unknownVerb_namesTheNearest() {
    Launched bad = basin("rnu", "tiny.conf");
    assertThat(bad.status()).isEqualTo(2);
    assertThat(bad.err()).isEqualTo("basin: rnu is not a verb; did you mean run?\n");
  }

  /** Started through a link, with options of {@code spark-submit} between those of the verb. */
  @Test
  void largePlan_fitsIntoASmallHeap_andPrintsTheWholeCommand()
      throws IOException, InterruptedException {
    Path link = parent.resolve("linked");
    Files.createSymbolicLink(link, Path.of("submit/basin").toAbsolutePath());
    Launched plan =
        Launched.of(
            link,
            folder,
            "plan",
            "tiny.conf",
            "--driver-memory",
            "256m",
            "--set",
            "name=\"tiny-2\"",
            "--set",
            "seeds.count=5000000",
            "--output",
            "my results");
    assertThat(plan.err()).isEmpty();
    assertThat(plan.status()).isZero();
    assertThat(plan.out()).contains("2 points, 10,000,000 trials");
    // A command of several lines is one for a shell.
    assertThat(plan.out().replaceAll(" \\\\\n +", " "))
        .endsWith(
            "linked run tiny.conf --set 'name=\"tiny-2\"' --set seeds.count=5000000 --output"
                + " 'my results' --driver-memory 256m\n");
  }

  @Test
  void help_namesTheVerbs() {
    Launched help = basin("--help");
    assertThat(help.status()).isZero();
    assertThat(help.out()).contains("plan", "run", "aggregate", "sql", "status");
    assertThat(help.err()).isEmpty();
  }

  @Test
  void aggregateAndStatus_takeTheSweepFile_asRunDoes() {
    Launched more = basin("status", "tiny.conf", "--set", "seeds.count=5");
    assertThat(more.err()).isEmpty();
    assertThat(more.out()).contains("6 of 10 trials are finished").contains("Z  ");
    Launched again = basin("aggregate", "tiny.conf");
    assertThat(again.err()).isEmpty();
    assertThat(again.status()).isZero();
    assertThat(again.out()).contains("tiny: trained 0 of 6 trials");
  }

  @Test
  void variant_isASweepOfItsOwn_andCommandsRepeatIt() {
    String output = OddNames.output();
    Launched first = basin("run", "tiny.conf", "--variant", "short", "--output", output);
    assertThat(first.err()).doesNotContain("basin:");
    assertThat(first.out()).contains("tiny-short: trained 6 of 6 trials");
    Launched fewer =
        basin("run", "tiny.conf", "--variant=short", "--set", "seeds.count=2", "--output", output);
    assertThat(fewer.status()).isEqualTo(2);
    assertThat(fewer.err())
        .endsWith("basin run tiny.conf --variant short --output '" + output + "'\n");
    Launched recorded =
        basin("sql", "--output", output, "--format", "csv", "SELECT variant FROM sweeps");
    assertThat(recorded.out()).isEqualTo("variant\nshort\n");
  }

  @Test
  void report_isWrittenWhereItIsAsked_andReplacesNothingWithoutAWord() throws IOException {
    assertThat(run.out()).containsPattern("\nReport: \\S*submit/basin report tiny\n");
    Launched first = basin("report", "tiny");
    assertThat(first.err()).isEmpty();
    assertThat(first.status()).isZero();
    assertThat(first.out()).startsWith("wrote tiny.html\nIt shows the tables published 20");
    assertThat(first.out().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThan(81));
    String page = Files.readString(folder.resolve("tiny.html"));
    assertThat(ReportPages.data(page).get("about").toString()).contains("6 of 6 are finished");

    Files.createDirectory(folder.resolve("pages"));
    Files.move(folder.resolve("tiny.html"), folder.resolve("pages/tiny.html"));
    Launched again = basin("report", "--to", "pages", "tiny.conf");
    assertThat(again.out()).startsWith("replaced pages/tiny.html\n");
    assertThat(folder.resolve("tiny.html")).doesNotExist();

    Launched nowhere = basin("report", "tiny", "--to", "none/page.html");
    assertThat(nowhere.status()).isEqualTo(2);
    assertThat(nowhere.err())
        .hasLineCount(1)
        .startsWith("basin: --to none/page.html: there is no folder ");
  }
}
