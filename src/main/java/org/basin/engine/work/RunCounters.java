package org.basin.engine.work;

import java.io.Serializable;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.apache.spark.SparkContext;
import org.apache.spark.util.LongAccumulator;
import org.basin.engine.storage.Machine;
import org.basin.train.Verdict;

/**
 * Counts what the tasks of a run have done so far. It is only displayed: a task that is retried
 * counts twice.
 */
public final class RunCounters implements Serializable {

  private static final long serialVersionUID = 1L;

  private final EnumMap<Verdict, LongAccumulator> trials = new EnumMap<>(Verdict.class);
  private final LongAccumulator steps;
  private final TextSet machines = new TextSet();
  private final TextSet rates = new TextSet();
  private final TextSet warnings = new TextSet();

  public RunCounters(SparkContext context) {
    for (Verdict verdict : Verdict.values()) {
      trials.put(verdict, context.longAccumulator(verdict.text()));
    }
    steps = context.longAccumulator("steps");
    context.register(machines, "machines");
    context.register(rates, "gigaflops");
    context.register(warnings, "warnings");
  }

  void trained(Verdict verdict) {
    trials.get(verdict).add(1);
  }

  void stepped(long count) {
    steps.add(count);
  }

  /** Records the machine that this process runs on. */
  void machine() {
    machines.add(Machine.describe());
    rates.add("" + Machine.gigaflops());
    warn(Machine.warning());
    options();
  }

  /** Notes what this process's Java lacks, if it trains. */
  public void options() {
    warn(JvmOptions.warning());
  }

  private void warn(String warning) {
    if (!warning.isEmpty()) {
      warnings.add(warning);
    }
  }

  public Map<Verdict, Long> counts() {
    Map<Verdict, Long> counts = new EnumMap<>(Verdict.class);
    trials.forEach((verdict, count) -> counts.put(verdict, count.sum()));
    return counts;
  }

  /** The number of steps that the trials have taken together. */
  public long steps() {
    return steps.sum();
  }

  /** The verdict whose trials the accumulator {@code id} counts; null if it counts none. */
  Verdict verdict(long id) {
    for (Map.Entry<Verdict, LongAccumulator> each : trials.entrySet()) {
      if (each.getValue().id() == id) {
        return each.getKey();
      }
    }
    return null;
  }

  /** Whether the accumulator {@code id} counts the steps. */
  boolean countsSteps(long id) {
    return steps.id() == id;
  }

  public Set<String> machines() {
    return machines.value();
  }

  /** The speed of the slowest process in gigaflops; null if none has trained. */
  public Double gigaflops() {
    return rates.value().stream().map(Double::valueOf).min(Double::compare).orElse(null);
  }

  /** The problems that the machines and their JVMs reported, one line each. */
  public Set<String> warnings() {
    return warnings.value();
  }
}
