package org.basin.engine;

import java.util.List;

/**
 * What a sweep's tables say of its claims.
 *
 * @param sweep its name
 * @param folder where the table {@code claims} is
 * @param planned trials of the plan
 * @param missing of these, not trained yet
 * @param streams which random streams differ between the replicates, and which they share
 * @param results a claim each, in the order of the sweep file
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

  /** How many claims stand so. */
  public long count(ClaimVerdict verdict) {
    return results.stream().filter(result -> result.verdict() == verdict).count();
  }
}
