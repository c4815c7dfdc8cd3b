package org.basin.cli.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;
import org.basin.cli.text.ResultFormat;
import org.basin.cli.text.SparkErrors;
import org.basin.engine.Jobs;
import org.basin.engine.SqlSession;
import org.basin.engine.storage.SweepFolder;
import org.basin.testing.DecayTrials;
import org.basin.testing.SharedSpark;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Statements of a stream, over real tables. */
class ScriptedShellIT {

  /** Two statements and a comment, one that is wrong, and one behind it. */
  static final String STATEMENTS =
      """
      -- two statements; and a comment
      SELECT ';' AS a,
        2 AS b; SELECT 3 AS c;

      SELECT
       b FROM trials;
      SELECT 4 AS d;
      """;

  /** What the statements before the wrong one print. */
  static final String PRINTED = "a,b\n;,2\nc\n3\n";

  /** How the message about the wrong one starts. */
  static final String TOLD = "input line 5: b is no column here";

  private static final SparkSession SPARK = SharedSpark.session();

  @Test
  void statements_areRunToTheFirstWrongOne(@TempDir Path output) {
    Jobs.run(SPARK, DecayTrials.sweep("decays", 1, List.of(0.5)), output.toString());
    SweepFolder folder = SweepFolder.of(new Configuration(), output.toString(), "decays");
    SqlSession session = new SqlSession(SPARK, Jobs.settings(), output.toString(), folder, false);
    StringWriter printed = new StringWriter();
    SqlShell shell = new SqlShell(SPARK, session, new PrintWriter(printed), () -> 80);
    assertThatThrownBy(
            () ->
                new ScriptedShell(shell, ResultFormat.CSV, SparkErrors::line)
                    .run(new BufferedReader(new StringReader(STATEMENTS))))
        .isInstanceOf(ShellException.class)
        .hasMessageStartingWith(TOLD);
    assertThat(printed).hasToString(PRINTED);
  }
}
