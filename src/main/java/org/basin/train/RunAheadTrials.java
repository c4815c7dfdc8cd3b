package org.basin.train;

import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.basin.kernel.RunAheadKernel;

/**
 * Trials whose steps one kernel takes together, many in one call. The kernel runs ahead to the next
 * step at which one of the trials must be looked at. Then the losses of the steps in between are
 * compared with the trials' bounds. If one crosses its bound earlier, the kernel goes back and
 * stops at that step. A step that no trial needs to look at therefore costs no more than its
 * arithmetic.
 */
final class RunAheadTrials extends KernelTrials {

  /**
   * The max number of steps between two looks at the losses. It limits the work that is taken back.
   */
  private static final int LONGEST_RUN = 16;

  /** A run that takes longer than this checks the clocks too rarely, so the next run is shorter. */
  private static final long LONG_RUN_NANOS = 100_000_000;

  private final RunAheadKernel kernel;
  private final double[] stepSizes;
  private final double[] losses;
  private boolean hasBegun;
  private long step;
  private int longestRun = 1;

  RunAheadTrials(RunAheadKernel kernel, LongConsumer stepped, Consumer<Outcome> done) {
    super(kernel, stepped, done);
    this.kernel = kernel;
    this.stepSizes = new double[LONGEST_RUN * kernel.lanes()];
    this.losses = new double[LONGEST_RUN * kernel.lanes()];
  }

  @Override
  double loss(int lane) {
    return losses[lane];
  }

  @Override
  void moved(int from, int to) {
    losses[to] = losses[from];
  }

  /** Trains for about {@code nanoseconds}. */
  void advance(long nanoseconds) {
    if (!hasBegun) { // No run may follow where the time is up at once, and step is 0 then again.
      hasBegun = true;
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

  /**
   * Takes steps to the next one at which a trial must be looked at, and looks at the trials that
   * need it.
   */
  private void run() {
    long start = System.nanoTime();
    int lanes = kernel.lanes();
    int steps = stepsToRequired();
    for (int s = 0; s < steps; s++) {
      for (int lane = 0; lane < trials.size(); lane++) {
        stepSizes[s * lanes + lane] = trials.get(lane).parts().optimiser().stepSize(step + s);
      }
    }
    kernel.save();
    kernel.descend(trials.size(), steps, stepSizes, losses);
    int crossing = firstCrossing(steps);
    if (crossing < steps) {
      kernel.restore();
      kernel.descend(trials.size(), crossing, stepSizes, losses);
    }
    follow(crossing);
    step += crossing;
    count(crossing);
    kernel.evaluate(trials.size(), losses);
    long nanos = System.nanoTime() - start;
    longestRun = nextLongestRun(steps, crossing, nanos);
    spend(nanos);
    see(
        step,
        lane -> {
          TrialRecord record = trials.get(lane).record();
          return step >= record.nextRequired()
              || record.isLate()
              || crossesBound(record, losses[lane]);
        });
  }

  /** Tells the losses of the steps just taken to the trials that follow them. */
  private void follow(int steps) {
    int lanes = kernel.lanes();
    for (int lane = 0; lane < trials.size(); lane++) {
      TrialRecord record = trials.get(lane).record();
      for (int s = 0; s < steps && record.followsLosses(); s++) {
        record.follow(step + s, losses[s * lanes + lane]);
      }
    }
  }

  /**
   * The longest run after one of {@code steps} steps that stopped at {@code crossing}. A loss that
   * has just crossed a bound may soon cross back, and clocks are read only between runs.
   */
  private int nextLongestRun(int steps, int crossing, long nanos) {
    if (nanos > LONG_RUN_NANOS) {
      return Math.max(1, longestRun / 2);
    }
    return crossing < steps ? crossing : Math.min(LONGEST_RUN, 2 * longestRun);
  }

  /**
   * The number of steps from this one to the next at which a trial must be looked at, limited by
   * the longest run.
   */
  private int stepsToRequired() {
    long next = step + longestRun;
    for (Trial trial : trials) {
      next = Math.min(next, trial.record().nextRequired());
    }
    return (int) (next - step);
  }

  /**
   * The first of the steps just taken, after the one at which they began, whose loss crosses a
   * bound of its trial; {@code steps} if there is none.
   */
  private int firstCrossing(int steps) {
    int first = steps;
    int lanes = kernel.lanes();
    for (int lane = 0; lane < trials.size(); lane++) {
      TrialRecord record = trials.get(lane).record();
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

  private static boolean crossesBound(TrialRecord record, double loss) {
    return !(loss > record.low() && loss < record.high());
  }
}
