package org.basin.train;

import java.util.Arrays;
import java.util.List;
import org.basin.nn.Objective;
import org.basin.nn.Optimiser;
import org.basin.nn.Parameters;

/** One trial being trained: its parameters, memory, probes and clock. */
final class Lane {

  private static final double NANOS = 1e9;

  private final TrialParts parts;
  private final ExampleStream examples;
  private final StoppingRule stop;
  private final Parameters parameters;

  /** What a step descends; null if that is the whole loss. */
  private final StepObjective batch;

  private final StepView view;
  private final Objective objective;
  private final Optimiser.State state;
  private final List<Probe> followers;
  private final long[] extraSteps;
  private final HittingWatch watch;
  private final Observations observations = new Observations();
  private long step;
  private double firstLoss;
  private long nanos;
  private Verdict verdict;

  /**
   * @param parts of this lane alone
   * @param examples its minibatches, perhaps shared; null for a full-batch trial
   */
  Lane(TrialParts parts, ExampleStream examples) {
    this.parts = parts;
    this.examples = examples;
    this.stop = parts.stop();
    this.parameters = parts.initialParameters();
    this.batch =
        examples == null
            ? parts.trainingLoss()
            : new BatchObjective(parts.model(), parts.loss(), examples);
    this.view = new StepView(parts, parameters, batch);
    this.objective = batch == null ? parts.wholeLoss() : batch;
    this.state = parts.optimiser().start(parameters, parts.noise());
    this.followers = parts.probes().stream().filter(Probe::followsEveryStep).toList();
    this.extraSteps =
        parts.probes().stream()
            .flatMapToLong(p -> Arrays.stream(p.extraSteps()))
            .sorted()
            .toArray();
    this.watch =
        new HittingWatch(parts.watched().times(), parts.watched().observing(), parts.probes());
  }

  /** Takes up to {@code steps} steps, fewer if the trial ends. Adds to the lane's own clock. */
  void advance(int steps) {
    long start = System.nanoTime();
    try {
      for (int i = 0; i < steps && verdict == null; i++) {
        step();
      }
    } finally {
      nanos += System.nanoTime() - start;
    }
  }

  private void step() {
    if (examples != null) {
      examples.moveTo(step);
    }
    double loss = view.evaluate(step);
    if (step == 0) {
      firstLoss = loss;
    }
    for (Probe follower : followers) {
      follower.follow(view);
    }
    boolean hit = watch.see(view);
    Verdict end = end(loss);
    if (end != null || hit || isScheduled()) {
      observations.begin(step);
      for (Probe probe : parts.probes()) {
        probe.observe(view, observations);
      }
    }
    if (end != null) {
      verdict = end;
      return;
    }
    if (batch != null) {
      // Before the update, which may evaluate the objective at other points.
      batch.commit(parameters);
    }
    state.update(parameters, view.stepGradient(), parts.optimiser().stepSize(step), objective);
    step++;
  }

  private boolean isScheduled() {
    return step == 0
        || parts.schedule().observes(step)
        || Arrays.binarySearch(extraSteps, step) >= 0;
  }

  /** The verdict if the trial ends at this step, else null. */
  private Verdict end(double loss) {
    if (stop.isDiverged(loss, firstLoss)) {
      return Verdict.DIVERGED;
    }
    if (stop.watchesLoss() && view.loss() <= stop.targetLoss()) {
      return Verdict.CONVERGED;
    }
    if (stop.watchesGradient() && Norms.trained(view.gradient()) <= stop.gradientNorm()) {
      return Verdict.CONVERGED;
    }
    if (step >= stop.maxSteps()) {
      return Verdict.EXHAUSTED;
    }
    // The clock is read between blocks of steps; the limit takes effect at the next step.
    return nanos > stop.maxSeconds() * NANOS ? Verdict.TIMED_OUT : null;
  }

  boolean isRunning() {
    return verdict == null;
  }

  /** The time spent so far, building excluded. */
  long nanos() {
    return nanos;
  }

  /** What a trial that ended leaves. */
  Outcome outcome(long buildNanos) {
    return outcome(verdict, "", buildNanos);
  }

  /** What a trial that threw leaves: what was recorded before. */
  Outcome failed(String error, long buildNanos) {
    return outcome(Verdict.FAILED, error, buildNanos);
  }

  private Outcome outcome(Verdict end, String error, long buildNanos) {
    return new Outcome(
        parts.spec(),
        end,
        step,
        error,
        observations.series(),
        watch.hits(),
        (buildNanos + nanos) / NANOS);
  }
}
