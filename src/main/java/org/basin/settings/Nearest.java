package org.basin.settings;

import java.util.Collection;
import java.util.Optional;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** The known name a misspelt one was meant to be, by edit distance (Levenshtein 1966). */
public final class Nearest {

  private static final LevenshteinDistance DISTANCE = LevenshteinDistance.getDefaultInstance();

  /**
   * No key or name of a component is nearly as long, and the distance takes the product of the
   * lengths. No limit of what may be written: a longer name only gets no suggestion.
   */
  private static final int LONGEST = 1000;

  private Nearest() {}

  /**
   * The closest of {@code names}, the first of equals; empty if none is close: more than a third of
   * the letters, and more than two, would have to change.
   */
  public static Optional<String> to(String name, Collection<String> names) {
    String best = null;
    int least = Math.max(2, name.length() / 3) + 1;
    for (String candidate : names) {
      // At least so many letters would have to be added; the rest is bounded work.
      if (Math.abs(name.length() - candidate.length()) >= least || name.length() > LONGEST) {
        continue;
      }
      int distance = DISTANCE.apply(name, candidate);
      if (distance < least && distance < Math.max(name.length(), candidate.length())) {
        least = distance;
        best = candidate;
      }
    }
    return Optional.ofNullable(best);
  }

  /** {@code did you mean x?} or, if nothing is close, {@code known are a, b, c}. */
  public static String hint(String name, Collection<String> names) {
    return to(name, names)
        .map(near -> "did you mean " + near + "?")
        .orElseGet(
            () -> names.isEmpty() ? "none is known here" : "known are " + String.join(", ", names));
  }
}
