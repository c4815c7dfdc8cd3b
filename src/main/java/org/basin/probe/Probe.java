package org.basin.probe;

import java.util.List;

/**
 * Measures a running trial. One instance measures one lane, so it may keep state between steps. It
 * draws no random numbers from the trial's streams and changes no parameter.
 */
public interface Probe {

  /**
   * The scalar observables that this probe records. Each becomes a column {@code final_…} of the
   * table {@code trials}.
   */
  List<String> scalars();

  /**
   * Records the observables of the current step. It may be called more than once at a step, because
   * a hitting time may use one of the observables. It may also be called at steps that are not on
   * the schedule. So it must not change the probe's state; only {@link #follow} does. At the last
   * step of a diverged trial, some parameters may not be finite; the probe then records NaN. If a
   * probe throws an exception, its trial fails.
   */
  void observe(TrialView view, Recorder recorder);

  /**
   * Whether {@link #follow} must be called at every step. Some quantities need that, because the
   * scheduled observations do not determine them: a first sign change, a running sum.
   */
  default boolean followsEveryStep() {
    return false;
  }

  /** Called at every step, in order, before {@link #observe} of that step. */
  default void follow(TrialView view) {}

  /**
   * Whether {@link #followLoss} must be called at every step. A probe that needs no more than the
   * loss says so instead of {@link #followsEveryStep}, because a kernel then need not stop at the
   * step.
   */
  default boolean followsEveryLoss() {
    return false;
  }

  /**
   * Called at every step, in order, before {@link #observe} of that step.
   *
   * @param loss the loss that the step descends ({@link TrialView#batchLoss})
   */
  default void followLoss(double loss) {}

  /**
   * The steps outside the schedule at which all probes observe too, for example the step at which a
   * bound restarts. Called once, before step 0.
   */
  default long[] extraSteps() {
    return new long[0];
  }

  /**
   * An estimate of the most memory that the probe uses beyond that of the trial, in numbers
   * (doubles).
   */
  default double memory() {
    return 0;
  }

  /**
   * An estimate of what the probe costs, from which the time of a trial is predicted. A probe says
   * it if it passes examples through the model, or does more than to read the parameters.
   */
  default ProbeCost cost() {
    return ProbeCost.CHEAP;
  }

  /** Receives the values that a probe observes. */
  interface Recorder {

    /**
     * Records a scalar observable.
     *
     * @throws IllegalStateException if this step already has a value for it
     */
    void record(String observable, double value);

    /** Records one component of an observable with several components, which are counted from 0. */
    void record(String observable, int component, double value);
  }
}
