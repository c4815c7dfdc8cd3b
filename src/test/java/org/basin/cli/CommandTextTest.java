package org.basin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandTextTest {

  private static CommandText run() {
    return CommandText.of("run", Map.of());
  }

  @Test
  void command_holdsEverySettingAndTheFolder() {
    assertThat(
            run()
                .word("my.conf")
                .option("--set", List.of("seeds.count=3", "trial.model.width=50"))
                .output("elsewhere")
                .line())
        .isEqualTo(
            "submit/basin run my.conf --set seeds.count=3 --set trial.model.width=50"
                + " --output elsewhere");
  }

  @Test
  void defaultFolder_isNotSaid() {
    assertThat(run().word("my.conf").output("output").line()).isEqualTo("submit/basin run my.conf");
  }

  @Test
  void program_andSparkOptions_areAsTheyWereTyped_withoutSecrets() {
    Map<String, String> environment =
        Map.of(
            "BASIN_PROGRAM",
            "/opt/basin 1/submit/basin",
            "BASIN_SPARK_OPTIONS",
            "--jars\u001fa b.jar\u001f--conf\u001fspark.my.password=hunter2\u001f--secure\u001f");
    assertThat(CommandText.of("run", environment).word("my.conf").line())
        .isEqualTo(
            "'/opt/basin 1/submit/basin' run my.conf --jars 'a b.jar' --conf"
                + " 'spark.my.password=*********(redacted)' --secure");
  }

  @Test
  void lines_fitATerminal_andAreOneCommand() {
    assertThat(
            CommandText.of("sql", Map.of())
                .output("/a/folder/with/a/long/name/in/a/folder/with/a/long/name")
                .option("--sweep", List.of("quickstart"))
                .query(
                    "SELECT init_std, optimiser_step_size, value AS median_step FROM points"
                        + " WHERE subject = 'time to escape, which is a long name' AND low > 0")
                .lines("Next:   "))
        .containsExactly(
            "Next:   submit/basin sql --output \\",
            "        /a/folder/with/a/long/name/in/a/folder/with/a/long/name --sweep \\",
            "        quickstart \"SELECT init_std, optimiser_step_size, value AS median_step",
            "        FROM points WHERE subject = 'time to escape, which is a long name' AND",
            "        low > 0\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "plain-1.conf|plain-1.conf",
        "ü.conf|ü.conf",
        "my dir/a.conf|'my dir/a.conf'",
        "name=\"it's\"|'name=\"it'\\''s\"'",
        "a$b|'a$b'",
        "a*b|'a*b'",
        "``|''",
      })
  void word_isQuotedWhereAShellAsks(String word, String quoted) {
    assertThat(run().word(word).line()).isEqualTo("submit/basin run " + quoted);
  }

  @Test
  void query_standsInDoubleQuotes() {
    assertThat(run().query("SELECT `a` FROM t WHERE b = 'c$'").line())
        .isEqualTo("submit/basin run \"SELECT \\`a\\` FROM t WHERE b = 'c\\$'\"");
  }
}
