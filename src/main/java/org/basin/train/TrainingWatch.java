package org.basin.train;

import java.util.List;
import org.basin.plan.TrialSpec;

/** Is told what a thread trains while it does. Nothing that it is told depends on it. */
public interface TrainingWatch {

  /** A watch that ignores what it is told. */
  TrainingWatch NONE = new TrainingWatch() {};

  /** Receives the trials of a batch before the batch begins. */
  default void begins(List<TrialSpec> batch) {}

  /**
   * Receives the number of steps that trials have taken since the last call, the sum over the
   * trials. It is called often, so it must return at once.
   */
  default void steps(long count) {}
}
