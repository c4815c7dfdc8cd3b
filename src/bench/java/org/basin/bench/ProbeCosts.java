package org.basin.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.stream.LongStream;
import org.basin.config.ConfigException;
import org.basin.config.SweepReader;
import org.basin.plan.Sweep;
import org.basin.plan.TrialSpec;
import org.basin.train.Outcome;
import org.basin.train.Trainer;

/**
 * What a look of each probe costs, beside a step of the trials it watches, in processor time. The
 * first trials of the sweep's grid are trained in one batch, on one thread, for n and for 5n steps,
 * once with a look at every step and once without: differences leave out the start.
 */
public final class ProbeCosts {

  private static final ThreadMXBean THREAD = ManagementFactory.getThreadMXBean();
  private static final long ENOUGH_NANOS = 4_000_000_000L;
  private static final int FEWEST_ROUNDS = 4;

  private final Path file;
  private final long steps;
  private final int lanes;

  private ProbeCosts(Path file, long steps, int lanes) {
    this.file = file;
    this.steps = steps;
    this.lanes = lanes;
  }

  /** With the sweep file, n, lanes, and the probes as a sweep file writes them. */
  public static void main(String[] args) {
    ProbeCosts costs =
        new ProbeCosts(Path.of(args[0]), Long.parseLong(args[1]), Integer.parseInt(args[2]));
    double step = costs.step("weight-norm", "{ kind = linear, count = 2 }");
    System.out.printf("a step\t%.3g\t1%n", 1e6 * step);
    for (String probe : List.of(args).subList(3, args.length)) {
      try {
        double look = costs.step(probe, "{ kind = every, steps = 1 }") - step;
        System.out.printf("%s\t%.3g\t%.2g%n", probe, 1e6 * look, look / step);
      } catch (ConfigException | IllegalStateException e) {
        System.err.printf("%s: %s%n", probe, e.getMessage().lines().findFirst().orElse(""));
      }
    }
  }

  /** Seconds of a step of one trial with what is looked at. */
  private double step(String probe, String at) {
    Sweep shorter = sweep(steps, probe, at);
    Sweep longer = sweep(5 * steps, probe, at);
    double least = Double.POSITIVE_INFINITY;
    double less = Double.POSITIVE_INFINITY;
    long begun = System.nanoTime();
    for (int i = 0; i < FEWEST_ROUNDS || System.nanoTime() - begun < ENOUGH_NANOS; i++) {
      less = Math.min(less, seconds(shorter));
      least = Math.min(least, seconds(longer));
    }
    return (least - less) / (4 * steps) / lanes;
  }

  private Sweep sweep(long most, String probe, String at) {
    List<String> settings =
        List.of(
            "trial.stop.max-steps=" + most,
            "trial.observe.probes=[" + probe + "]",
            "trial.observe.at=null",
            "trial.observe.at=" + at,
            "hitting-times=[]",
            "selections=[]",
            "claims=[]");
    return new SweepReader().read(file, settings);
  }

  private double seconds(Sweep sweep) {
    Iterator<TrialSpec> specs =
        LongStream.range(0, sweep.grid().orElseThrow().size())
            .mapToObj(
                i ->
                    sweep
                        .grid()
                        .orElseThrow()
                        .trial(i)) // null for settings that do not go together
            .filter(Objects::nonNull)
            .limit(lanes)
            .iterator();
    Iterator<Outcome> outcomes = Trainer.train(specs, sweep.hittingTimes(), lanes);
    long start = THREAD.getCurrentThreadCpuTime();
    while (outcomes.hasNext()) {
      Outcome outcome = outcomes.next();
      if (!outcome.error().isEmpty()) {
        throw new IllegalStateException(outcome.error());
      }
    }
    return (THREAD.getCurrentThreadCpuTime() - start) / 1e9;
  }
}
