package org.basin.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.SparkSession;
import org.basin.config.SweepReader;
import org.basin.tables.SweepTable;
import org.basin.testing.SharedSpark;
import org.basin.testing.TableBits;
import org.basin.train.Trainer;
import org.junit.jupiter.api.Test;

/**
 * Does the same as {@link ImportJobIT} with every wrong table. Basin's own tables, imported, have
 * the same statistics of every kind.
 */
class ImportJobSoak extends ImportJobIT {

  private static final SparkSession SPARK = SharedSpark.session();

  /** What is computed of the trained and of the imported trials. */
  private static final String ANALYSES =
      """
        hitting-times = [ { name = escape, observable = loss, relative = true, below = 0.98 } ]
        rates = [ { of = loss } ]
        phases = [ { of = loss } ]
        scaling = [
          { name = escape-law, of = escape, along = [init.std], form = logarithmic }
          { name = norm-law, of = weight-norm, along = [init.std] }
        ]
        boundaries = [ { name = edge, of = diverged, along = optimiser.step-size } ]
        curves = [ { of = loss }, { of = weight-norm } ]
        comparisons = [ { pairs = all } ]
        statistics.resamples = 100
        selections = [ { name = lowest, observable = loss, best = least, over = [init.std] } ]
      """;

  @Override
  boolean isWhole() {
    return true;
  }

  @Test
  void basinsOwnTables_giveTheSameStatistics() throws IOException {
    Path file = Files.writeString(folder.resolve("trained.conf"), SWEEP + "}");
    new RunJob(SPARK, Jobs.settings(), Trainer::train, spec -> 0.01)
        .run(new SweepReader().read(file, List.of()), output());
    // Declared after the training, so that its observations bracket the hitting time here too.
    Files.writeString(file, SWEEP + ANALYSES + "}");
    new AggregateJob(SPARK, Jobs.settings())
        .aggregate(new SweepReader().read(file, List.of()), output());

    imported("imported", folder.resolve("output/trained"), ANALYSES, JobRequest.NONE);

    for (String table : SweepTable.TABLES) {
      if (!table.equals(SweepTable.NAME)) {
        // An imported axis is called as its column.
        Set<String> except = Set.of("along", "axis", "by");
        TableBits.read(SPARK, folder.resolve("output"), "imported", table, except)
            .isSameAs(
                TableBits.read(SPARK, folder.resolve("output"), "trained", table, except),
                "after the import");
      }
    }
  }
}
