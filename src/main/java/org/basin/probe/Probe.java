package org.basin.probe;

import java.util.List;

/**
 * Measures a running trial. One instance measures one lane, so it may keep state between steps. It
 * draws no random numbers from the trial's streams and changes no parameter.
 */
public interface Probe {

  /** The scalar observables this probe records; each becomes a column {@code final_…} of trials. */
  List<String> scalars();

  /**
   * Records the observables of the current step. It may be called more than once at a step (a
   * hitting time may use one of the observables) and at steps that are not on the schedule. So it
   * must not change the probe's state; only {@link #follow} does. At the last step of a diverged
   * trial, parameters may not be finite; the probe then records NaN. A probe that throws an
   * exception fails its trial.
   */
  void observe(TrialView view, Recorder recorder);

  /**
   * Whether {@link #follow} must be called at every step, for quantities that the scheduled
   * observations alone do not determine (a first sign change, a running sum).
   */
  default boolean followsEveryStep() {
    return false;
  }

  /** Called at every step, in order, before {@link #observe} of that step. */
  default void follow(TrialView view) {}

  /**
   * Further steps at which all probes observe, beyond the schedule (for example the restart of a
   * bound). Called once, before step 0.
   */
  default long[] extraSteps() {
    return new long[0];
  }

  /**
   * About how much memory the probe uses beyond the trial's own, in numbers (doubles), at its
   * highest.
   */
  default double memory() {
    return 0;
  }

  /** Receives the numbers of a probe. */
  interface Recorder {

    /**
     * Records a scalar observable. *
     *
     * @throws IllegalStateException if this step already has a value for it
     */
    void record(String observable, double value);

    /** Records one component of an observable with several components, which are counted from 0. */
    void record(String observable, int component, double value);
  }
}
