package org.basin.train;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.basin.nn.Parameters;
import org.basin.nn.lanes.LaneKernel;

/**
 * Trials of one shape whose steps one kernel takes together. It runs ahead to the next step that
 * one of them must see, then looks at the losses it passed: if one asks to be seen earlier, it goes
 * back and stops there. So a step that nobody looks at costs no more than its arithmetic.
 */
final class LaneStack {

  /** Steps between two looks at the losses, at most: bounds what is taken back. */
  private static final int LONGEST_RUN = 128;

  private final LaneKernel kernel;
  private final Consumer<Outcome> done;
  private final List<Trial> trials = new ArrayList<>();
  private final double[] stepSizes;
  private final double[] losses;
  private long step;

  /** One lane: its parameters are read from the kernel when it is to be seen. */
  private record Trial(
      TrialParts parts, Parameters parameters, StepView view, LaneRecord record, long buildNanos) {}

  /**
   * @param kernel with a lane for each trial to come
   * @param done told each outcome as its trial ends
   */
  LaneStack(LaneKernel kernel, Consumer<Outcome> done) {
    this.kernel = kernel;
    this.done = done;
    this.stepSizes = new double[LONGEST_RUN * kernel.lanes()];
    this.losses = new double[LONGEST_RUN * kernel.lanes()];
  }

  /** Adds a trial at step 0; none has taken a step yet. */
  void add(TrialParts parts, Parameters parameters, StepView view, long buildNanos) {
    kernel.put(trials.size(), parts.laneTrial(parameters));
    trials.add(new Trial(parts, parameters, view, new LaneRecord(parts, view), buildNanos));
  }

  boolean isRunning() {
    return !trials.isEmpty();
  }

  /** Trains for about so long. */
  void advance(long nanoseconds) {
    if (step == 0) {
      seeAll();
    }
    long end = System.nanoTime() + nanoseconds;
    while (isRunning() && System.nanoTime() < end) {
      run();
    }
  }

  private void seeAll() {
    kernel.evaluate(trials.size(), losses);
    see(0, lane -> true);
  }

  private interface Choice {
    boolean has(int lane);
  }

  /** Goes on to the next step that a trial must see, and lets those see it that must. */
  private void run() {
    long start = System.nanoTime();
    int lanes = kernel.lanes();
    int steps = quietSteps();
    for (int s = 0; s < steps; s++) {
      for (int lane = 0; lane < trials.size(); lane++) {
        stepSizes[s * lanes + lane] = trials.get(lane).parts.optimiser().stepSize(step + s);
      }
    }
    kernel.save();
    kernel.descend(trials.size(), steps, stepSizes, losses);
    int alarm = alarm(steps);
    if (alarm < steps) {
      kernel.restore();
      kernel.descend(trials.size(), alarm, stepSizes, losses);
    }
    step += alarm;
    kernel.evaluate(trials.size(), losses);
    long share = (System.nanoTime() - start) / trials.size();
    for (Trial trial : trials) {
      trial.record.spend(share);
    }
    see(
        step,
        lane -> {
          LaneRecord record = trials.get(lane).record;
          return step >= record.mustSee() || record.isLate() || isLoud(record, losses[lane]);
        });
  }

  /**
   * Steps from this one to the next that a trial must see, or as many as are looked at together.
   */
  private int quietSteps() {
    long next = step + LONGEST_RUN;
    for (Trial trial : trials) {
      next = Math.min(next, trial.record.mustSee());
    }
    return (int) (next - step);
  }

  /**
   * The first of the steps just taken, after the one they began at, whose loss a trial must see;
   * {@code steps} if there is none.
   */
  private int alarm(int steps) {
    int first = steps;
    int lanes = kernel.lanes();
    for (int lane = 0; lane < trials.size(); lane++) {
      LaneRecord record = trials.get(lane).record;
      double low = record.low();
      double high = record.high();
      for (int s = 1; s < first; s++) {
        double loss = losses[s * lanes + lane];
        if (!(loss > low && loss < high)) {
          first = s;
        }
      }
    }
    return first;
  }

  private static boolean isLoud(LaneRecord record, double loss) {
    return !(loss > record.low() && loss < record.high());
  }

  /** Lets the chosen trials see {@code step}; {@link #losses} has its losses. */
  private void see(long step, Choice choice) {
    for (int lane = trials.size() - 1; lane >= 0; lane--) {
      if (choice.has(lane) && !see(step, trials.get(lane), lane)) {
        retire(lane);
      }
    }
  }

  /** Whether the trial goes on. */
  private boolean see(long step, Trial trial, int lane) {
    long start = System.nanoTime();
    try {
      kernel.get(lane, trial.parameters);
      trial.view.know(step, losses[lane]);
      boolean goesOn = trial.record.see(step, losses[lane]);
      trial.record.spend(System.nanoTime() - start);
      if (!goesOn) {
        done.accept(trial.record.outcome(trial.buildNanos));
      }
      return goesOn;
    } catch (Throwable e) {
      trial.record.spend(System.nanoTime() - start);
      done.accept(trial.record.failed(Failures.describe(e), trial.buildNanos));
      return false;
    }
  }

  /** Fills the lane with the last one, so that the lanes in use stay the first. */
  private void retire(int lane) {
    int last = trials.size() - 1;
    if (lane < last) {
      kernel.move(last, lane);
      trials.set(lane, trials.get(last));
      losses[lane] = losses[last];
    }
    trials.remove(last);
  }
}
