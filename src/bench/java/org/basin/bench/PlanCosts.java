package org.basin.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.LongStream;
import org.basin.config.SweepReader;
import org.basin.engine.storage.EngineSettings;
import org.basin.plan.Grid;
import org.basin.plan.Sweep;
import org.basin.plan.TrialSpec;
import org.basin.train.Cost;
import org.basin.train.CostRates;
import org.basin.train.Outcome;
import org.basin.train.Trainer;
import org.basin.train.TrialParts;

/**
 * What the plan of a sweep predicts for some of its trials, beside the processor time that they
 * take on one thread. Trials are trained in one batch, once to warm up and once to be timed. The
 * prediction is scaled to the steps that a trial took, because it is of the whole budget.
 */
public final class PlanCosts {

  private static final ThreadMXBean THREAD = ManagementFactory.getThreadMXBean();

  private PlanCosts() {}

  /** With a name, a sweep file, its variant or {@code -}, the most trials, and settings. */
  public static void main(String[] args) {
    String variant = args[2].equals("-") ? "" : args[2];
    Sweep sweep =
        new SweepReader().read(Path.of(args[1]), variant, List.of(args).subList(4, args.length));
    Grid grid = sweep.grid().orElseThrow();
    CostRates rates = EngineSettings.load().costRates();
    List<TrialSpec> specs = spread(grid, Integer.parseInt(args[3]));
    seconds(sweep, specs, new ArrayList<>());
    List<Outcome> outcomes = new ArrayList<>();
    double measured = seconds(sweep, specs, outcomes);
    double predicted = 0;
    double watching = 0;
    for (Outcome outcome : outcomes) {
      Cost cost = Cost.of(TrialParts.of(outcome.spec(), sweep.hittingTimes()), rates);
      double budget = (Long) outcome.spec().settings().get("stop.max-steps");
      double share = budget == 0 ? 1 : outcome.steps() / budget;
      predicted += share * cost.seconds();
      watching += share * cost.watching();
    }
    System.out.printf(
        "%s\t%.3g\t%.0f %%\t%.3g\t%.2f%n",
        args[0], predicted, 100 * watching / predicted, measured, predicted / measured);
  }

  private static List<TrialSpec> spread(Grid grid, int most) {
    return LongStream.range(0, most)
        .mapToObj(i -> grid.trial((long) ((i + 0.5) / most * grid.size())))
        .filter(spec -> spec != null && spec.isResolved())
        .distinct()
        .toList();
  }

  private static double seconds(Sweep sweep, List<TrialSpec> specs, List<Outcome> outcomes) {
    Iterator<Outcome> trained =
        Trainer.train(specs.iterator(), sweep.hittingTimes(), sweep.lanes());
    long start = THREAD.getCurrentThreadCpuTime();
    trained.forEachRemaining(outcomes::add);
    return (THREAD.getCurrentThreadCpuTime() - start) / 1e9;
  }
}
