package org.basin.train;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import java.util.function.LongConsumer;
import org.basin.kernel.Kernel;
import org.basin.linalg.Deadline;
import org.basin.nn.Parameters;

/** Trials that one kernel trains in lockstep. They occupy its first lanes. */
abstract class KernelTrials {

  final List<Trial> trials = new ArrayList<>();
  private final Kernel kernel;
  private final LongConsumer stepped;
  private final Consumer<Outcome> done;

  /**
   * The trial in one lane.
   *
   * @param examples its minibatches, which trials may share; null for a full-batch trial
   * @param parameters the parameters, which are read from the kernel when the trial is looked at
   */
  record Trial(
      TrialParts parts,
      ExampleStream examples,
      Parameters parameters,
      StepView view,
      TrialRecord record,
      long buildNanos) {}

  /**
   * Makes an object without trials.
   *
   * @param kernel a kernel with a lane for each trial to come
   * @param stepped receives the number of steps that the trials have taken, again and again
   * @param done receives each outcome when its trial ends
   */
  KernelTrials(Kernel kernel, LongConsumer stepped, Consumer<Outcome> done) {
    this.kernel = kernel;
    this.stepped = stepped;
    this.done = done;
  }

  /** Adds a trial at step 0, before any trial has taken a step. */
  void add(
      TrialParts parts,
      ExampleStream examples,
      Parameters parameters,
      StepView view,
      long buildNanos) {
    kernel.put(trials.size(), parts.laneTrial(parameters));
    TrialRecord record = new TrialRecord(parts, view);
    trials.add(new Trial(parts, examples, parameters, view, record, buildNanos));
  }

  boolean isRunning() {
    return !trials.isEmpty();
  }

  /** The loss that a trial descends at the step that is looked at. */
  abstract double loss(int lane);

  /** Moves what this class stores for a lane besides the kernel's content. */
  abstract void moved(int from, int to);

  /** Looks at {@code step} of the chosen trials. Trials that end are removed. */
  void see(long step, IntPredicate choice) {
    for (int lane = trials.size() - 1; lane >= 0; lane--) {
      if (choice.test(lane) && !see(step, lane)) {
        retire(lane);
      }
    }
  }

  /** Looks at a step of one trial. Returns whether the trial goes on. */
  private boolean see(long step, int lane) {
    Trial trial = trials.get(lane);
    long start = System.nanoTime();
    Deadline.set(trial.record.secondsLeft());
    try {
      kernel.get(lane, trial.parameters);
      trial.view.useLoss(step, loss(lane));
      boolean goesOn = trial.record.see(step, loss(lane));
      trial.record.spend(System.nanoTime() - start);
      if (!goesOn) {
        done.accept(trial.record.outcome(trial.buildNanos));
      }
      return goesOn;
    } catch (Deadline.PassedException e) {
      trial.record.spend(System.nanoTime() - start);
      done.accept(trial.record.late(trial.buildNanos));
      return false;
    } catch (Throwable e) {
      trial.record.spend(System.nanoTime() - start);
      fail(trial, e);
      return false;
    } finally {
      Deadline.clear();
    }
  }

  private void fail(Trial trial, Throwable e) {
    done.accept(trial.record.failed(TrialFailures.describe(e), trial.buildNanos));
  }

  /** Ends a trial that threw. */
  void fail(int lane, Throwable e) {
    fail(trials.get(lane), e);
    retire(lane);
  }

  /** Ends the only trial, whose time was up within a step of the kernel. */
  void endLate() {
    Trial trial = trials.get(0);
    done.accept(trial.record.late(trial.buildNanos));
    retire(0);
  }

  /** Tells that each trial has taken {@code steps} steps. */
  void count(long steps) {
    stepped.accept(steps * trials.size());
  }

  /** Adds the time to the clocks of all trials, an equal share to each. */
  void spend(long nanoseconds) {
    long share = trials.isEmpty() ? 0 : nanoseconds / trials.size();
    for (Trial trial : trials) {
      trial.record.spend(share);
    }
  }

  /** Moves the last trial into a lane that became free, so that the first lanes stay in use. */
  private void retire(int lane) {
    int last = trials.size() - 1;
    if (lane < last) {
      kernel.move(last, lane);
      trials.set(lane, trials.get(last));
      moved(last, lane);
    }
    trials.remove(last);
  }
}
