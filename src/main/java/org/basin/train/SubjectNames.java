package org.basin.train;

import java.util.Arrays;
import java.util.Optional;
import org.basin.plan.analysis.Measure;

/**
 * The names that a subject of the tables {@code points} and {@code comparisons} cannot have,
 * because they mean something else there or where a sweep file names what trials do.
 */
public final class SubjectNames {

  private static final String VERDICT = "verdict";
  private static final String STEPS = "steps";

  private SubjectNames() {}

  /**
   * Why no hitting time can be called {@code name}, in words that follow "must be" in a message;
   * empty if one can.
   */
  public static Optional<String> ofHittingTime(String name) {
    boolean isVerdict = Arrays.stream(Verdict.values()).anyMatch(v -> v.text().equals(name));
    if (isVerdict && !Measure.isReserved(name)) {
      return Optional.of("another name: trials end with a verdict of this name");
    }
    return name.equals(STEPS) ? statistics() : ofObservable(name);
  }

  /** The same of a scalar observable. */
  public static Optional<String> ofObservable(String name) {
    if (Measure.isReserved(name)) {
      return Optional.of(Measure.FREE);
    }
    return name.equals(VERDICT) || name.startsWith(STEPS + "_") ? statistics() : Optional.empty();
  }

  private static Optional<String> statistics() {
    return Optional.of(
        "another name: verdict and steps_ begin the names of what points says of verdicts");
  }
}
