package org.basin.train;

import org.basin.data.Minibatches;
import org.basin.linalg.Deadline;
import org.basin.linalg.StepExamples;

/**
 * The minibatches of a stochastic trial by step. Lanes in lockstep with the same data, seeds and
 * batch size share one, since they would draw the same; each step is then drawn once.
 */
final class ExampleStream {

  private final Minibatches minibatches;
  private long step = -1;
  private Throwable failure;

  /**
   * @param minibatches at their start; taken over
   */
  ExampleStream(Minibatches minibatches) {
    this.minibatches = minibatches;
  }

  /** Draws the minibatch of {@code step}, which is the current step or the next. */
  void moveTo(long step) {
    if (failure != null) {
      // Half a draw has moved the stream: every lane that shares it must fail as it would alone.
      throw again(failure);
    }
    if (step == this.step) {
      return;
    }
    if (step != this.step + 1) {
      throw new IllegalStateException("minibatch " + step + " after " + this.step);
    }
    Deadline paused = Deadline.pause();
    try {
      minibatches.next();
    } catch (RuntimeException | Error e) {
      failure = e;
      throw e;
    } finally {
      Deadline.resume(paused);
    }
    this.step = step;
  }

  private static RuntimeException again(Throwable failure) {
    if (failure instanceof Error error) {
      throw error;
    }
    return (RuntimeException) failure;
  }

  /** The step's examples, one of few objects that are used again and again. */
  StepExamples examples() {
    return minibatches.examples();
  }
}
