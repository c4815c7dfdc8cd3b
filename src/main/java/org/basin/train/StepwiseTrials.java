package org.basin.train;

import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.basin.kernel.StepwiseKernel;
import org.basin.linalg.Deadline;
import org.basin.linalg.StepExamples;

/**
 * Trials of one shape whose steps one kernel takes together, one step at a time, because the
 * examples may be new at each step. At a step that no trial must look at, the losses are only
 * bounded. They are computed exactly if the bounds leave open whether a trial must look at the
 * step. What a trial records therefore does not depend on the other trials.
 */
final class StepwiseTrials extends KernelTrials {

  private final StepwiseKernel kernel;
  private final double[] stepSizes;
  private final double[] least;
  private final double[] greatest;
  private final StepExamples[] examples;
  private boolean hasExamples;
  private long step;

  StepwiseTrials(StepwiseKernel kernel, LongConsumer stepped, Consumer<Outcome> done) {
    super(kernel, stepped, done);
    this.kernel = kernel;
    this.stepSizes = new double[kernel.lanes()];
    this.least = new double[kernel.lanes()];
    this.greatest = new double[kernel.lanes()];
    this.examples = new StepExamples[kernel.lanes()];
  }

  @Override
  double loss(int lane) {
    return least[lane];
  }

  @Override
  void moved(int from, int to) {
    least[to] = least[from];
    greatest[to] = greatest[from];
    hasExamples = false;
  }

  /**
   * Takes up to {@code steps} steps.
   *
   * @return whether any trial goes on
   */
  boolean advance(int steps) {
    for (int s = 0; s < steps && isRunning(); s++) {
      long start = System.nanoTime();
      try {
        advance();
      } catch (Deadline.PassedException e) {
        spend(System.nanoTime() - start);
        endLate();
      } finally {
        Deadline.clear();
      }
    }
    return isRunning();
  }

  private void advance() {
    long start = System.nanoTime();
    setDeadline();
    draw();
    if (!isRunning()) {
      return;
    }
    boolean seen = evaluate();
    spend(System.nanoTime() - start);
    if (seen) {
      see(step, lane -> isRequired(lane) || crossesBound(lane));
    }
    if (!isRunning()) {
      return;
    }
    start = System.nanoTime();
    setDeadline();
    for (int lane = 0; lane < trials.size(); lane++) {
      stepSizes[lane] = trials.get(lane).parts().optimiser().stepSize(step);
    }
    kernel.update(trials.size(), stepSizes);
    step++;
    count(1);
    spend(System.nanoTime() - start);
  }

  /**
   * Sets the time limit of a trial that trains alone. Steps that trials take together are short.
   */
  private void setDeadline() {
    if (trials.size() == 1) {
      Deadline.set(trials.get(0).record().secondsLeft());
    }
  }

  /** Passes the step's examples to the kernel. */
  private void draw() {
    for (int lane = trials.size() - 1; lane >= 0; lane--) {
      ExampleStream stream = trials.get(lane).examples();
      if (stream != null) {
        hasExamples = false;
        try {
          stream.moveTo(step);
        } catch (RuntimeException | Error e) {
          fail(lane, e);
        }
      }
    }
    if (hasExamples || !isRunning()) {
      return;
    }
    for (int lane = 0; lane < trials.size(); lane++) {
      Trial trial = trials.get(lane);
      examples[lane] = trial.parts().stepExamples(trial.examples());
    }
    kernel.examples(trials.size(), examples);
    hasExamples = true;
  }

  /** Returns whether any trial must look at the step. If so, the losses are exact. */
  private boolean evaluate() {
    boolean seen = false;
    boolean follows = false;
    for (int lane = 0; lane < trials.size(); lane++) {
      seen |= isRequired(lane);
      follows |= trials.get(lane).record().followsLosses();
    }
    kernel.evaluate(trials.size(), seen || follows, least, greatest);
    for (int lane = 0; lane < trials.size() && follows; lane++) {
      trials.get(lane).record().follow(step, least[lane]);
    }
    if (seen) {
      return true;
    }
    boolean crosses = false;
    for (int lane = 0; lane < trials.size(); lane++) {
      crosses |= crossesBound(lane);
    }
    if (crosses) {
      kernel.evaluate(trials.size(), true, least, greatest);
    }
    return crosses;
  }

  private boolean isRequired(int lane) {
    TrialRecord record = trials.get(lane).record();
    return step == 0 || step >= record.nextRequired() || record.isLate();
  }

  /** Whether the loss crosses a bound of the trial, or might. */
  private boolean crossesBound(int lane) {
    TrialRecord record = trials.get(lane).record();
    return !(least[lane] > record.low() && greatest[lane] < record.high());
  }
}
