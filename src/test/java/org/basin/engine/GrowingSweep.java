package org.basin.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.spark.sql.SparkSession;
import org.basin.config.SweepReader;
import org.basin.engine.progress.ProgressView;
import org.basin.plan.Sweep;
import org.basin.tables.SweepTable;
import org.basin.testing.TableBits;

/**
 * A sweep whose seeds, axis values and step budget are added one after the other, in random order,
 * each with a run of its own. Its tables must be those of one run of everything.
 */
final class GrowingSweep {

  private static final Set<String> FREE = Set.of("seconds", "attempt", "host");
  private static final List<String> STEP_SIZES = List.of("1e-3", "3e-3", "1e-2", "5e-2");
  private static final List<String> DEVIATIONS = List.of("1e-1", "3e-2", "1e-2", "1e-3");
  private static final int SEEDS = 9;

  /** What grows: one more seed, a value of an axis, the second axis itself, or a larger budget. */
  private sealed interface Growth {
    record Seed() implements Growth {}

    record StepSize(String value) implements Growth {}

    record Deviation(String value) implements Growth {}

    record Budget(int maxSteps) implements Growth {}
  }

  private final SparkSession spark;
  private final Path folder;
  private final Random random;

  private int seeds = 1;
  private int maxSteps = 100;
  private final Set<String> stepSizes = new TreeSet<>(Set.of(STEP_SIZES.get(1)));

  /** The first value is that of the trial, so that the axis may be missing at first. */
  private final Set<String> deviations = new TreeSet<>(Set.of(DEVIATIONS.get(0)));

  /**
   * Makes a sweep that has one trial.
   *
   * @param random decides the order in which it grows
   */
  GrowingSweep(SparkSession spark, Path folder, long random) {
    this.spark = spark;
    this.folder = folder;
    this.random = new Random(random);
  }

  /**
   * Runs it, lets it grow and runs it again, and compares the tables at the end.
   *
   * @param most the max number of times that it grows
   * @return the number of times that it grew
   */
  int grow(int most) {
    run("grown");
    List<Growth> left = new ArrayList<>();
    for (int i = 1; i < SEEDS; i++) {
      left.add(new Growth.Seed());
    }
    STEP_SIZES.stream()
        .filter(v -> !stepSizes.contains(v))
        .map(Growth.StepSize::new)
        .forEach(left::add);
    DEVIATIONS.stream()
        .filter(v -> !deviations.contains(v))
        .map(Growth.Deviation::new)
        .forEach(left::add);
    left.add(new Growth.Budget(200));
    left.add(new Growth.Budget(300));
    Collections.shuffle(left, random);
    int count = Math.min(most, left.size());
    for (Growth growth : left.subList(0, count)) {
      add(growth);
      RunSummary summary = run("grown");
      assertThat(summary.missing()).as(growth.toString()).isZero();
      assertThat(summary.failures()).isEmpty();
    }
    run("at-once");
    for (String table : SweepTable.TABLES) {
      TableBits expected = read("at-once", table);
      if (!table.equals(SweepTable.NAME) && !expected.lines().isEmpty()) {
        read("grown", table).isSameAs(expected, "after " + left.subList(0, count));
      }
    }
    return count;
  }

  private void add(Growth growth) {
    if (growth instanceof Growth.Seed) {
      seeds++;
    } else if (growth instanceof Growth.StepSize more) {
      stepSizes.add(more.value());
    } else if (growth instanceof Growth.Deviation more) {
      deviations.add(more.value());
    } else if (growth instanceof Growth.Budget more) {
      maxSteps = Math.max(maxSteps, more.maxSteps());
    }
  }

  private TableBits read(String output, String table) {
    return TableBits.read(spark, folder.resolve(output), "growing", table, FREE);
  }

  private RunSummary run(String output) {
    return new RunJob(spark, Jobs.settings())
        .run(sweep(), folder.resolve(output).toString(), JobRequest.NONE, ProgressView.NONE);
  }

  /** The sweep as it is now, with the values of each axis in a fixed order. */
  private Sweep sweep() {
    String text =
        """
        sweep {
          name = growing
          seeds { count = %d, vary = [init] }
          trial {
            data      { kind = circle-grid, samples = 20, target = "5*relu(x1)^2 + 4*relu(-x1)^2" }
            model     { kind = squared-relu, width = 10 }
            init      { kind = gaussian, std = 1e-1 }
            loss      { kind = squared, reduction = half-sum }
            optimiser { kind = gradient-descent, step-size = 3e-3 }
            stop      { max-steps = %d, target-loss = 1e-3 }
            observe   { at = log, probes = [loss, weight-norm] }
          }
          axes = [
            { path = optimiser.step-size, values = [%s] }
            { path = init.std, values = [%s] }
          ]
          hitting-times = [ { name = escape, observable = loss, relative = true, below = 0.99 } ]
          rates = [ { of = loss } ]
          curves = [ { of = loss } ]
          boundaries = [ { of = diverged, along = optimiser.step-size } ]
          statistics.resamples = 100
        }
        """
            .formatted(
                seeds, maxSteps, listed(STEP_SIZES, stepSizes), listed(DEVIATIONS, deviations));
    try {
      Path file = Files.writeString(folder.resolve("growing.conf"), text);
      return new SweepReader().read(file, List.of());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String listed(List<String> all, Set<String> chosen) {
    return all.stream().filter(chosen::contains).collect(Collectors.joining(", "));
  }
}
