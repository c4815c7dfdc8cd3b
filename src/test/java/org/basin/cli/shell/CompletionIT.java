package org.basin.cli.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;
import org.basin.engine.Jobs;
import org.basin.engine.SqlSession;
import org.basin.engine.storage.SweepFolder;
import org.basin.testing.DecayTrials;
import org.basin.testing.SharedSpark;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the Tab key offers over real tables. */
class CompletionIT {

  private static final SparkSession SPARK = SharedSpark.session();

  @TempDir static Path output;

  private static Completion completion;

  @BeforeAll
  static void run() {
    for (String sweep : List.of("one", "my-two")) {
      Jobs.run(
          SPARK, DecayTrials.sweep(sweep, 2, List.of(1e-4, 0.5, -1.0, 0.0)), output.toString());
    }
    SqlSession session =
        new SqlSession(
            SPARK,
            Jobs.settings(),
            output.toString(),
            SweepFolder.of(new Configuration(), output.toString(), "one"),
            false);
    completion = new Completion(session, new ColumnValues(TableDocs.load(), 100));
  }

  /** What is offered at the sign {@code |} of a query. */
  private static List<String> at(String query) {
    int cursor = query.indexOf('|');
    String before = query.substring(0, cursor);
    return completion.of(Word.of(before), before, query.substring(cursor + 1)).stream()
        .map(Suggestion::text)
        .toList();
  }

  @Test
  void from_offersTablesAndSweeps() {
    assertThat(at("SELECT * FROM |")).contains("trials", "points", "one.", "`my-two`.");
    assertThat(at("SELECT * FROM trials t, |")).contains("points");
    assertThat(at("SELECT * FROM trials JOIN |")).contains("`my-two`.");
    assertThat(at("SELECT * FROM `my-two`.|")).contains("trials", "points").doesNotContain("one.");
  }

  @Test
  void select_offersColumnsOfTheTablesThatAreNamed() {
    assertThat(at("SELECT ver| FROM trials")).contains("verdict").doesNotContain("watched");
    assertThat(at("SELECT | FROM trials")).contains("verdict").doesNotContain("SELECT", "sqrt(");
    assertThat(at("SELECT wat| FROM trials JOIN hitting_times h")).contains("verdict", "watched");
    assertThat(at("SELECT h.| FROM trials JOIN hitting_times h"))
        .contains("watched")
        .doesNotContain("verdict");
    assertThat(at("SELECT `my-two`.trials.| FROM `my-two`.trials")).contains("verdict");
    assertThat(at("SELECT v|")).contains("verdict", "watched"); // No table is named yet.
  }

  @Test
  void prefix_alsoOffersFunctionsAndKeywords() {
    assertThat(at("SELECT i| FROM trials")).contains("iqm(", "if(", "in", "decay_rate");
    assertThat(at("SELECT * FROM trials W|")).contains("WHERE").doesNotContain("where");
    assertThat(at("SELECT r|")).contains("round(").doesNotContain("reflect(", "java_method(");
  }

  @Test
  void comparison_offersTheValuesOfTheColumn() {
    assertThat(at("SELECT * FROM trials WHERE decay_rate = |"))
        .containsExactly("-1.0", "0.0", "1e-4", "0.5");
    assertThat(at("SELECT * FROM trials WHERE verdict = |"))
        .containsExactlyInAnyOrder("'diverged'", "'exhausted'", "'converged'");
    assertThat(at("SELECT * FROM trials WHERE verdict <> 'ex|")).contains("exhausted'");
    assertThat(at("SELECT * FROM trials WHERE verdict NOT IN ('diverged', '|"))
        .contains("exhausted'");
    assertThat(at("SELECT * FROM trials t WHERE t.decay_rate IN (0.5, |")).contains("1e-4");
    assertThat(at("SELECT * FROM `my-two`.trials WHERE decay_rate = |")).contains("1e-4");
  }

  @Test
  void columnOfManyValues_offersNone() {
    assertThat(at("SELECT * FROM trials WHERE trial_id = '|")).isEmpty();
    assertThat(at("SELECT * FROM trials WHERE no_column = '|")).isEmpty();
    assertThat(at("SELECT * FROM no_table WHERE verdict = '|")).isEmpty();
    assertThat(at("SELECT * FROM nowhere.trials WHERE verdict = '|")).isEmpty();
  }

  @Test
  void earlierStatements_doNotMatter() {
    assertThat(at("SELECT * FROM trials; SELECT wat| FROM hitting_times; SELECT 1"))
        .contains("watched")
        .doesNotContain("verdict");
  }

  @Test
  void values_areWrittenAsSqlReadsThem() {
    assertThat(ColumnValues.literal("it's \\ here")).isEqualTo("'it\\'s \\\\ here'");
    assertThat(ColumnValues.literal(1e-4)).isEqualTo("1e-4");
    assertThat(ColumnValues.literal(2.5)).isEqualTo("2.5");
    assertThat(ColumnValues.literal(3L)).isEqualTo("3");
    assertThat(ColumnValues.literal(Double.NaN)).isEqualTo("double('NaN')");
  }
}
