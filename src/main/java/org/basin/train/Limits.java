package org.basin.train;

import java.util.Optional;
import java.util.Set;
import org.basin.plan.TrialSpec;
import org.basin.settings.Section;

/**
 * The limits of a trial: the settings that end it, and on which nothing depends before its end. A
 * trial that ended before any limit ends in the same way, to the bit, under other limits that it
 * does not reach.
 *
 * @param maxSteps the step budget
 * @param maxSeconds the wall-clock limit in seconds; infinite for none
 */
public record Limits(long maxSteps, double maxSeconds) {

  private static final String MAX_STEPS = "stop.max-steps";
  private static final String MAX_SECONDS = "stop.max-seconds";
  private static final String SCHEDULE = "observe.at";

  /** The paths of the settings that are limits. */
  public static final Set<String> PATHS = Set.of(MAX_STEPS, MAX_SECONDS);

  /** Returns the limits of a trial; empty if it has none because it cannot be built. */
  public static Optional<Limits> of(TrialSpec spec) {
    if (!spec.isResolved() || !(spec.settings().get(MAX_STEPS) instanceof Long steps)) {
      return Optional.empty();
    }
    Object seconds = spec.settings().get(MAX_SECONDS);
    return Optional.of(
        new Limits(steps, seconds instanceof Double limit ? limit : Double.POSITIVE_INFINITY));
  }

  /**
   * Whether something else in a trial depends on its step budget, so that another budget changes
   * what is recorded before its end.
   */
  public static boolean isBudgetShared(TrialSpec spec) {
    Section at = new Section(SCHEDULE, spec.settings().under(SCHEDULE));
    return ObservationSchedules.CATALOGUE.of(at).dependsOnBudget();
  }

  /** The wall-clock limit; null for none. */
  public Double secondsOrNull() {
    return maxSeconds == Double.POSITIVE_INFINITY ? null : maxSeconds;
  }

  /**
   * Whether a trial that was trained under {@code earlier} limits would end in the same way under
   * these.
   *
   * @param verdict how it ended
   * @param steps its last step
   * @param seconds the computing time spent on it
   * @param isBudgetShared see {@link #isBudgetShared}
   */
  public boolean keep(
      Limits earlier, Verdict verdict, long steps, double seconds, boolean isBudgetShared) {
    return keepSteps(earlier, verdict, steps, isBudgetShared)
        && keepSeconds(earlier, verdict, seconds);
  }

  private boolean keepSteps(Limits earlier, Verdict verdict, long steps, boolean isBudgetShared) {
    return maxSteps == earlier.maxSteps
        || (!isBudgetShared
            && verdict != Verdict.EXHAUSTED
            // At its last step, a trial looks at its targets even if `stop.every` skips the step.
            && steps < Math.min(maxSteps, earlier.maxSteps));
  }

  private boolean keepSeconds(Limits earlier, Verdict verdict, double seconds) {
    return maxSeconds == earlier.maxSeconds
        || (verdict != Verdict.TIMED_OUT
            && (maxSeconds > earlier.maxSeconds || seconds <= maxSeconds));
  }
}
