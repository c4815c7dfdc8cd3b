package org.basin.train;

import java.util.function.Consumer;
import org.basin.kernel.RunAheadKernel;

/**
 * Trials whose steps one kernel takes together, many in one call. It runs ahead to the next step
 * that one of them must see, then looks at the losses it passed: if one asks to be seen earlier, it
 * goes back and stops there. So a step that nobody looks at costs no more than its arithmetic.
 */
final class RunAheadTrials extends KernelTrials {

  /** Steps between two looks at the losses, at most: bounds what is taken back. */
  private static final int LONGEST_RUN = 16;

  /** A run that took longer than this is too long to heed clocks. */
  private static final long LONG_RUN_NANOS = 100_000_000;

  private final RunAheadKernel kernel;
  private final double[] stepSizes;
  private final double[] losses;
  private long step;
  private int longestRun = 1;

  RunAheadTrials(RunAheadKernel kernel, Consumer<Outcome> done) {
    super(kernel, done);
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

  /** Goes on to the next step that a trial must see, and lets those see it that must. */
  private void run() {
    long start = System.nanoTime();
    int lanes = kernel.lanes();
    int steps = quietSteps();
    for (int s = 0; s < steps; s++) {
      for (int lane = 0; lane < trials.size(); lane++) {
        stepSizes[s * lanes + lane] = trials.get(lane).parts().optimiser().stepSize(step + s);
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
    long nanos = System.nanoTime() - start;
    // Clocks are read between runs.
    longestRun =
        nanos > LONG_RUN_NANOS
            ? Math.max(1, longestRun / 2)
            : Math.min(LONGEST_RUN, 2 * longestRun);
    spend(nanos);
    see(
        step,
        lane -> {
          LaneRecord record = trials.get(lane).record();
          return step >= record.mustSee() || record.isLate() || isLoud(record, losses[lane]);
        });
  }

  /**
   * Steps from this one to the next that a trial must see, or as many as are looked at together.
   */
  private int quietSteps() {
    long next = step + longestRun;
    for (Trial trial : trials) {
      next = Math.min(next, trial.record().mustSee());
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
      LaneRecord record = trials.get(lane).record();
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
}
