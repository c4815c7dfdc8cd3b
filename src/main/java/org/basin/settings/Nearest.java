package org.basin.settings;

import java.util.Collection;
import java.util.Optional;
import org.apache.commons.text.similarity.LevenshteinDistance;

/**
 * Finds the known name that a misspelt name was probably meant to be, by edit distance (Levenshtein
 * 1966).
 */
public final class Nearest {

  private static final LevenshteinDistance DISTANCE = LevenshteinDistance.getDefaultInstance();

  /**
   * The max length of a name that gets a suggestion, because the time for a distance is the product
   * of both lengths. No key or kind is nearly as long. A longer name is not forbidden; it only gets
   * no suggestion.
   */
  private static final int LONGEST = 1000;

  private Nearest() {}

  /**
   * The closest of {@code names}, or the first of several. Empty if none is close, which means that
   * more than two letters and more than a third of all would have to change.
   */
  public static Optional<String> to(String name, Collection<String> names) {
    String best = null;
    int least = Math.max(2, name.length() / 3) + 1;
    for (String candidate : names) {
      // At least this many letters would have to be added, so the distance need not be computed.
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

  /** The hint {@code did you mean x?}, or {@code known are a, b, c} if no name is close. */
  public static String hint(String name, Collection<String> names) {
    return to(name, names)
        .map(near -> "did you mean " + near + "?")
        .orElseGet(
            () -> names.isEmpty() ? "none is known here" : "known are " + String.join(", ", names));
  }
}
