package org.basin.probe;

import java.util.List;

/**
 * Measures a running trial. One instance watches one lane, so it may remember what it saw. It draws
 * no random numbers from the trial's streams and writes no parameter.
 */
public interface Probe {

  /** The scalar observables this probe records; each becomes a column {@code final_…} of trials. */
  List<String> scalars();

  /**
   * Records the observables of the current step. May be called more than once at a step (a hitting
   * time may watch one of them) and at steps off the schedule, so it changes nothing the probe
   * remembers: memory belongs in {@link #follow}. Parameters may be non-finite at a diverged
   * trial's last step: record NaN, do not throw; a probe that throws fails its trial.
   */
  void observe(TrialView view, Recorder recorder);

  /**
   * Whether {@link #follow} is to be called at every step, for what cannot be seen from the
   * scheduled observations alone (a first sign change, a running sum).
   */
  default boolean followsEveryStep() {
    return false;
  }

  /** Sees every step, in order, before {@link #observe} of that step. */
  default void follow(TrialView view) {}

  /**
   * Steps at which all probes observe besides the schedule (a restart point of a bound, say). Asked
   * once, before step 0.
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

  /** Where a probe puts its numbers. */
  interface Recorder {

    /**
     * One number.
     *
     * @throws IllegalStateException if this step already has a value for it
     */
    void record(String observable, double value);

    /** One component of an observable with several; components count from 0. */
    void record(String observable, int component, double value);
  }
}
