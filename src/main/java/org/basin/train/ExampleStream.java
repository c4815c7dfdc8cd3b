package org.basin.train;

import org.basin.data.Minibatches;
import org.basin.linalg.Deadline;
import org.basin.linalg.StepExamples;

/**
 * The minibatches of a stochastic trial by step. Trials in lockstep with the same data, seeds and
 * batch size would draw the same minibatches, so they share one stream, and each minibatch is drawn
 * once.
 */
final class ExampleStream {

  private final Minibatches minibatches;
  private long step = -1;
  private Throwable failure;

  /**
   * Makes a stream.
   *
   * @param minibatches the minibatches at their start; this stream takes them over
   */
  ExampleStream(Minibatches minibatches) {
    this.minibatches = minibatches;
  }

  /** Draws the minibatch of {@code step}, which must be the current step or the next one. */
  void moveTo(long step) {
    if (failure != null) {
      // A failed draw may have moved the stream, so every trial that shares it fails as it would
      // alone.
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

  /** Returns the examples of the current step. The object is reused by later steps. */
  StepExamples examples() {
    return minibatches.examples();
  }
}
