package org.basin.train;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.basin.probe.Probe;

/**
 * Records a trial while it is trained. Its probes, hitting times and stopping rules look at the
 * steps here, however the steps are taken. It also keeps the trial's own clock.
 */
final class TrialRecord {

  private static final double NANOS = 1e9;

  private final TrialParts parts;
  private final StepView view;
  private final StoppingRule stop;
  private final List<Probe> followers;
  private final List<Probe> lossFollowers;
  private final long[] extraSteps;
  private final HittingWatch watch;

  /** Whether the loss that a step descends is over all examples. */
  private final boolean descendsWhole;

  private final Observations observations = new Observations();
  private long step;

  /** The last step whose loss was followed. */
  private long followed = -1;

  private long nextObserved;
  private double firstLoss;
  private long nanos;
  private Verdict verdict;

  // Known until the next step is looked at, and asked for at every step.
  private long nextRequired;
  private double low = Double.NEGATIVE_INFINITY;
  private double high = Double.POSITIVE_INFINITY;

  /**
   * Makes a record.
   *
   * @param parts the parts of this trial alone
   * @param view the trial as its probes see it
   */
  TrialRecord(TrialParts parts, StepView view) {
    this.parts = parts;
    this.view = view;
    this.stop = parts.stop();
    this.followers = new ArrayList<>(0);
    this.lossFollowers = new ArrayList<>(0);
    this.extraSteps = extraSteps(parts.probes());
    for (Probe probe : parts.probes()) {
      if (probe.followsEveryStep()) {
        followers.add(probe);
      }
      if (probe.followsEveryLoss()) {
        lossFollowers.add(probe);
      }
    }
    this.descendsWhole = parts.optimiser().minibatch() == null;
    this.watch =
        new HittingWatch(
            parts.watched().times(), parts.watched().observing(), parts.probes(), descendsWhole);
  }

  private static long[] extraSteps(List<Probe> probes) {
    long[] all = {};
    for (Probe probe : probes) {
      long[] own = probe.extraSteps();
      if (own.length > 0) {
        int before = all.length;
        all = Arrays.copyOf(all, before + own.length);
        System.arraycopy(own, 0, all, before, own.length);
      }
    }
    Arrays.sort(all);
    return all;
  }

  /**
   * Looks at a step, which the view shows. The first one is step 0. A step may be skipped only if
   * it comes before {@link #nextRequired} and its loss lies strictly between {@link #low} and
   * {@link #high}.
   *
   * @param loss the loss that the step descends
   * @return whether the trial goes on
   */
  boolean see(long step, double loss) {
    this.step = step;
    if (step == 0) {
      firstLoss = loss;
    }
    follow(step, loss);
    for (Probe follower : followers) {
      follower.follow(view);
    }
    verdict = end(loss);
    boolean hit = watch.see(view, verdict != null);
    if (verdict != null || hit || step >= nextObserved || isExtra()) {
      observations.begin(step);
      for (Probe probe : parts.probes()) {
        probe.observe(view, observations);
      }
    }
    if (step >= nextObserved) {
      nextObserved = parts.schedule().next(step);
    }
    lookAhead();
    return verdict == null;
  }

  /** Whether {@link #follow} must know the loss of every step. */
  boolean followsLosses() {
    return !lossFollowers.isEmpty();
  }

  /**
   * Tells a step's loss to those who follow it, whether or not the step is looked at. Steps are
   * told in order; one that was told before is left out.
   */
  void follow(long step, double loss) {
    if (step > followed) {
      followed = step;
      for (Probe follower : lossFollowers) {
        follower.followLoss(loss);
      }
    }
  }

  private boolean isExtra() {
    return Arrays.binarySearch(extraSteps, step) >= 0;
  }

  /** Returns the verdict if the trial ends at this step, or else null. */
  private Verdict end(double loss) {
    if (stop.isDiverged(loss, firstLoss)) {
      return Verdict.DIVERGED;
    }
    boolean looks = stop.looksAt(step);
    if (looks && stop.watchesLoss() && view.loss() <= stop.targetLoss()) {
      return Verdict.CONVERGED;
    }
    if (looks && stop.watchesGradient() && view.gradient().trainedNorm() <= stop.gradientNorm()) {
      return Verdict.CONVERGED;
    }
    if (step >= stop.maxSteps()) {
      return Verdict.EXHAUSTED;
    }
    // The clock is read between blocks of steps, so the limit takes effect at the next step.
    return isLate() ? Verdict.TIMED_OUT : null;
  }

  /** Whether the trial has used up its time. */
  boolean isLate() {
    return nanos > stop.maxSeconds() * NANOS;
  }

  /** The seconds until the trial has used up its time; infinite without a limit. */
  double secondsLeft() {
    return stop.maxSeconds() - nanos / NANOS;
  }

  /** Returns the outcome of a trial whose time was up within a step: what was recorded before. */
  Outcome late(long buildNanos) {
    return outcome(Verdict.TIMED_OUT, "", buildNanos);
  }

  private void lookAhead() {
    nextRequired = computeNextRequired();
    low = watch.low();
    if (boundsLoss()) {
      low = Math.max(stop.targetLoss(), low);
    }
    double limit = Math.min(stop.divergenceLimit(firstLoss), Double.MAX_VALUE);
    high = Math.min(Math.nextUp(limit), watch.high());
  }

  /** Whether the losses that steps descend tell at which step the trial has converged. */
  private boolean boundsLoss() {
    return stop.watchesLoss() && !stop.watchesGradient() && descendsWhole && stop.every() == 1;
  }

  private long computeNextRequired() {
    if (!followers.isEmpty() || !watch.watchesLossAlone()) {
      return step + 1;
    }
    int extra = Arrays.binarySearch(extraSteps, step + 1);
    extra = extra >= 0 ? extra : -extra - 1;
    long next = Math.min(Math.min(nextObserved, stop.maxSteps()), watch.nextRequired());
    next = boundsLoss() ? next : Math.min(next, stop.nextLook(step));
    return extra < extraSteps.length ? Math.min(next, extraSteps[extra]) : next;
  }

  /** The next step that must be looked at whatever its loss is; at first 0. */
  long nextRequired() {
    return nextRequired;
  }

  /** A step whose loss is at most this value must be looked at. */
  double low() {
    return low;
  }

  /** A step whose loss is at least this value must be looked at. */
  double high() {
    return high;
  }

  boolean isRunning() {
    return verdict == null;
  }

  void spend(long nanoseconds) {
    nanos += nanoseconds;
  }

  /** The time spent so far, without building the trial, in nanoseconds. */
  long nanos() {
    return nanos;
  }

  /** Returns the outcome of a trial that ended. */
  Outcome outcome(long buildNanos) {
    return outcome(verdict, "", buildNanos);
  }

  /** Returns the outcome of a trial that threw: what was recorded before, and the error. */
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
