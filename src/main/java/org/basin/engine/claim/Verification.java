package org.basin.engine.claim;

import java.util.List;

/**
 * What a sweep's tables say about its claims.
 *
 * @param sweep the sweep's name
 * @param folder the folder of the table {@code claims}
 * @param planned the number of trials in the plan
 * @param missing how many of these are not trained yet
 * @param streams which random streams differ between the replicates, and which the replicates share
 * @param results one for each claim, in the order of the sweep file
 */
public record Verification(
    String sweep,
    String folder,
    long planned,
    long missing,
    String streams,
    List<ClaimResult> results) {

  public Verification {
    results = List.copyOf(results);
  }

  /** Returns how many claims have the verdict {@code verdict}. */
  public long count(ClaimVerdict verdict) {
    return results.stream().filter(result -> result.verdict() == verdict).count();
  }
}
