package org.basin.train;

import org.basin.linalg.Deadline;
import org.basin.nn.Objective;
import org.basin.nn.Optimiser;
import org.basin.nn.Parameters;
import org.basin.probe.StepObjective;

/** A trial that takes its steps by itself, without a kernel. */
final class SoloTrial {

  private final TrialParts parts;
  private final ExampleStream examples;
  private final Parameters parameters;

  /** The loss that a step descends; null if it is the whole loss. */
  private final StepObjective batch;

  private final StepView view;
  private final TrialRecord record;
  private final Objective objective;
  private final Optimiser.State state;
  private long step;

  /**
   * Makes a trial.
   *
   * @param parts the parts of this trial alone
   * @param examples its minibatches, which trials may share; null for a full-batch trial
   */
  SoloTrial(TrialParts parts, ExampleStream examples) {
    this.parts = parts;
    this.examples = examples;
    this.parameters = parts.initialParameters();
    this.batch = parts.stepLoss(examples);
    this.view = new StepView(parts, parameters, batch);
    this.record = new TrialRecord(parts, view);
    this.objective = batch == null ? parts.wholeLoss() : batch;
    this.state = parts.optimiser().start(parameters, parts.noise());
  }

  TrialRecord record() {
    return record;
  }

  /**
   * Takes up to {@code steps} steps, fewer if the trial ends. Adds their time to the trial's own
   * clock.
   *
   * @return the number of steps taken
   */
  long advance(int steps) {
    long first = step;
    long start = System.nanoTime();
    Deadline.set(record.secondsLeft());
    try {
      for (int i = 0; i < steps && record.isRunning(); i++) {
        step();
      }
    } finally {
      Deadline.clear();
      record.spend(System.nanoTime() - start);
    }
    return step - first;
  }

  private void step() {
    if (examples != null) {
      examples.moveTo(step);
    }
    double loss = view.evaluate(step);
    if (!record.see(step, loss)) {
      return;
    }
    if (batch != null) {
      // Before the update, because the update may evaluate the objective at other points.
      batch.commit(parameters);
    }
    state.update(parameters, view.stepGradient(), parts.optimiser().stepSize(step), objective);
    step++;
  }
}
