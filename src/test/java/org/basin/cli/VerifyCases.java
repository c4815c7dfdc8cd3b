package org.basin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * {@code basin verify} as a user types it, with a claim that holds, one that fails and one without
 * data. {@link LauncherIT} has them, so that they need no process of their own.
 */
abstract class VerifyCases {

  private static final String SWEEP =
      """
      sweep {
        name = claimed
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
        selections = [
          { name = by-loss, observable = loss, best = least, over = [optimiser.step-size] }
        ]
        claims = [
          {
            name = loss-falls
            says = "The loss at the best step size falls below 0.8, as a sentence of more than eighty columns says."
            source = "Nobody (2026)"
            sql = "SELECT mean_loss < 0.8 AS holds, mean_loss AS effect, low_loss AS low, high_loss AS high, n FROM selections"
            control { "trial.optimiser.step-size" = 1e-9, "axes.0.values" = [1e-9] }
          }
          {
            name = none-diverges
            says = "No trial diverges."
            sql = "SELECT count_if(verdict = 'diverged') = 0 AS holds FROM trials"
          }
          {
            name = nothing
            says = "There is a third step size."
            sql = "SELECT true AS holds FROM trials WHERE optimiser_step_size = 3"
            control { "seeds.count" = 1 }
          }
        ]
      }
      """;

  private static Path folder;

  @BeforeAll
  static void run() throws IOException {
    folder = LauncherIT.folder;
    Files.writeString(folder.resolve("claimed.conf"), SWEEP);
    Launched trained = basin("run", "claimed.conf");
    assertThat(trained.status()).isZero();
    assertThat(trained.out())
        .containsPattern("\nClaims: .*submit/basin verify claimed.conf --output verified\n$");
  }

  private static Launched basin(String... args) {
    String[] all = Arrays.copyOf(args, args.length + 2);
    all[args.length] = "--output";
    all[args.length + 1] = "verified";
    return LauncherIT.basin(all);
  }

  @Test
  void hostileSql_isStatusTwo_andTouchesNothing() throws IOException {
    Path canary = folder.resolve("canary");
    String program =
        "SELECT x = x AS holds FROM (SELECT TRANSFORM(1) USING 'touch " + canary + "' AS (x INT))";
    Files.writeString(
        folder.resolve("hostile.conf"),
        SWEEP
            .replace("name = claimed", "name = hostile")
            .replace("SELECT true AS holds FROM trials WHERE optimiser_step_size = 3", program));
    Launched plan = basin("plan", "hostile.conf");
    assertThat(plan.status()).isEqualTo(2);
    assertThat(plan.err())
        .hasLineCount(1)
        .startsWith("hostile.conf:")
        .contains(": claim nothing: TRANSFORM … USING runs a program, which is not allowed here");

    Launched insert =
        basin("sql", "INSERT OVERWRITE DIRECTORY '" + canary + "' USING csv SELECT 1");
    assertThat(insert.status()).isEqualTo(2);
    assertThat(insert.err())
        .hasLineCount(1)
        .startsWith("basin: must be a query, SELECT …, and is or holds a command");

    Launched wilson = basin("sql", "SELECT wilson_low(5, 3) FROM trials");
    assertThat(wilson.status()).isEqualTo(2);
    assertThat(wilson.err())
        .isEqualTo("basin: wilson_low(5, 3) must have whole numbers k and n with 0 <= k <= n\n");
    assertThat(canary).doesNotExist();
  }

  @Test
  void verdicts_areTold_andAFailureIsStatusOne() {
    Launched all = basin("verify", "claimed.conf");
    assertThat(all.err()).isEmpty();
    assertThat(all.status()).isEqualTo(1);
    assertThat(all.out())
        .startsWith("claimed: 3 claims over 6 trials (over init; data, order shared)\n")
        .contains(
            "\nHOLDS: loss-falls\n",
            "  (Nobody (2026))\n",
            "\nFAILS: none-diverges\n",
            "\nNOT ENOUGH DATA: nothing\n",
            "  The query yields no row.\n",
            "1 claim holds, 1 fails, 1 has not enough data\nTable: verified/claimed/claims\n");
    assertThat(all.out().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThan(81));

    Launched table =
        basin("sql", "--format=csv", "SELECT claim, verdict, n FROM claims ORDER BY claim");
    assertThat(table.err()).isEmpty();
    assertThat(table.out())
        .isEqualTo(
            """
            claim,verdict,n
            loss-falls,holds,3
            none-diverges,fails,
            nothing,not enough data,
            """);
  }

  @Test
  void controls_failAsTheyMust_orTheStatusIsOne() {
    Launched all = basin("verify", "--controls", "claimed.conf");
    assertThat(all.status()).isEqualTo(1);
    assertThat(all.out())
        .contains("CONTROL: loss-falls\n", "  control: fails as it must\n")
        .contains("CONTROL: nothing\n", "  control: NOT ENOUGH DATA, but must fail\n")
        .doesNotContain("none-diverges");
    assertThat(folder.resolve("verified/claimed/_controls")).isNotEmptyDirectory();
  }

  @Test
  void fewerTrials_stopWithTheLastRunsCommand() {
    Launched fewer = basin("verify", "claimed.conf", "--set", "seeds.count=2");
    assertThat(fewer.status()).isEqualTo(2);
    assertThat(fewer.out()).isEmpty();
    assertThat(fewer.err())
        .startsWith(
            """
            basin: the tables of claimed hold 6 trials; this command would publish 4
              seeds.count: 3 in the last run, 2 now
            Nothing was changed. With --replace the command goes on; trials that leave the tables stay in\
             claimed/_work/outcomes
            The last run was:\
            """)
        .endsWith("submit/basin run claimed.conf --output verified\n");
  }

  @Test
  void wrongQuery_isOneLine() {
    Launched wrong =
        basin("verify", "claimed.conf", "--set", "claims.1.sql=\"SELECT true AS hold\"");
    assertThat(wrong.status()).isEqualTo(2);
    assertThat(wrong.out()).isEmpty();
    assertThat(wrong.err())
        .isEqualTo(
            "--set claims.1.sql: claim none-diverges: column hold is none of a claim's; did you"
                + " mean holds?\n");
  }

  @Test
  void queryThatIsNone_stopsARunBeforeItTrains() {
    Launched wrong = basin("run", "claimed.conf", "--set", "claims.1.sql=\"SELEC true\"");
    assertThat(wrong.status()).isEqualTo(2);
    assertThat(wrong.out()).isEmpty();
    assertThat(wrong.err()).startsWith("--set claims.1.sql: claim none-diverges: ").hasLineCount(1);
  }
}
