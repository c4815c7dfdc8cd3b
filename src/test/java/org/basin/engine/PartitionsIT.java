package org.basin.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.SparkSession;
import org.basin.config.SweepReader;
import org.basin.plan.Sweep;
import org.basin.tables.SweepTable;
import org.basin.testing.SharedSpark;
import org.basin.testing.TableBits;
import org.basin.train.Trainer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The same tables to the bit, into however many partitions Spark divides the trials, and whether it
 * interprets its queries, as those of a small sweep, or generates code, as for a large one, of
 * which {@link PartitionsSoak} makes sure.
 */
class PartitionsIT {

  private static final SparkSession SPARK = SharedSpark.session();

  private static final String PARTITIONS = "spark.sql.shuffle.partitions";

  /** Trials that converge, that are exhausted and that diverge, and every kind of analysis. */
  private static final String SWEEP =
      """
      sweep {
        name = partitions
        seeds { count = 7, vary = [init] }
        trial {
          data      { kind = circle-grid, samples = 20, target = "5*relu(x1)^2 + 4*relu(-x1)^2" }
          model     { kind = squared-relu, width = 10 }
          init      { kind = gaussian, std = 1e-1 }
          loss      { kind = squared, reduction = half-sum }
          optimiser { kind = gradient-descent, step-size = 5e-3 }
          stop      { max-steps = 400, target-loss = 1e-6 }
          observe   { at = log, probes = [loss, weight-norm] }
        }
        axes = [
          { path = init.std, values = [1e-1, 1e-2, 1e-3] }
          { path = optimiser.step-size, values = [2e-3, 5e-3, 5e-2] }
        ]
        hitting-times = [ { name = escape, observable = loss, relative = true, below = 0.99 } ]
        rates = [ { of = loss } ]
        phases = [ { of = loss } ]
        scaling = [
          { of = escape, along = [init.std], form = logarithmic }
          { of = escape, along = [init.std, optimiser.step-size], name = both }
          { of = weight-norm, along = [init.std] }
        ]
        boundaries = [ { of = diverged, along = optimiser.step-size } ]
        curves = [ { of = loss }, { of = weight-norm } ]
        comparisons = [ { pairs = all } ]
        statistics.resamples = 200
      }
      """;

  /** Found in the observations, since no trial watches it. */
  private static final String LATER =
      "hitting-times=[{name = escape, observable = loss, relative = true, below = 0.99},"
          + " {name = half, observable = loss, relative = true, below = 0.5}]";

  @TempDir Path folder;

  /** How many partitions are compared with one. */
  int many() {
    return 7;
  }

  /** Spark's settings with many partitions. */
  Map<String, String> others() {
    return Map.of();
  }

  private Sweep sweep(String... overrides) throws IOException {
    Path file = Files.writeString(folder.resolve("partitions.conf"), SWEEP);
    return new SweepReader().read(file, List.of(overrides));
  }

  @Test
  void tables_doNotDependOnPartitions() throws IOException {
    Sweep sweep = sweep();
    new RunJob(SPARK, Jobs.settings(), Trainer::train, spec -> 0.01).run(sweep, folder.toString());
    Sweep later = sweep(LATER);

    Map<String, TableBits> one = tables(later, 1, Map.of());
    Map<String, TableBits> many = tables(later, many(), others());

    assertThat(one.get("points").lines()).hasSizeGreaterThan(100);
    one.forEach(
        (table, bits) -> {
          many.get(table).isSameAs(bits, "with " + many() + " partitions");
        });
  }

  private Map<String, TableBits> tables(Sweep sweep, int partitions, Map<String, String> others) {
    SparkConf conf = SPARK.sparkContext().conf();
    conf.set(PARTITIONS, Integer.toString(partitions));
    others.forEach(conf::set);
    try {
      new AggregateJob(SPARK, Jobs.settings()).aggregate(sweep, folder.toString());
    } finally {
      conf.remove(PARTITIONS);
      others.keySet().forEach(conf::remove);
    }
    Map<String, TableBits> tables = new LinkedHashMap<>();
    for (String table : SweepTable.TABLES) {
      if (!table.equals(SweepTable.NAME) && !table.equals("selections")) {
        tables.put(table, TableBits.read(SPARK, folder, sweep.name(), table, Set.of()));
      }
    }
    return tables;
  }
}
