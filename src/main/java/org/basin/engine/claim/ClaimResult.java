package org.basin.engine.claim;

import java.util.List;
import org.basin.plan.Claim;

/**
 * What the tables say about a claim.
 *
 * @param claim the claim
 * @param readings one for each row of its query, in that order; empty if the query yielded no row
 */
public record ClaimResult(Claim claim, List<Reading> readings) {

  /**
   * One row of a claim's query.
   *
   * @param name what was read; empty if the query does not say
   * @param verdict the verdict on this reading
   * @param effect the number that the reading is about; NaN if the query does not say
   * @param low the lower end of its interval; NaN if there is none
   * @param high the upper end of its interval; NaN if there is none
   * @param n the number of trials, or of whatever the query counts; −1 if it does not say
   */
  public record Reading(
      String name, ClaimVerdict verdict, double effect, double low, double high, long n) {}

  public ClaimResult {
    readings = List.copyOf(readings);
  }

  /** The claim fails if any reading fails. It holds if there are readings and all of them hold. */
  public ClaimVerdict verdict() {
    if (readings.stream().anyMatch(reading -> reading.verdict() == ClaimVerdict.FAILS)) {
      return ClaimVerdict.FAILS;
    }
    return !readings.isEmpty()
            && readings.stream().allMatch(reading -> reading.verdict() == ClaimVerdict.HOLDS)
        ? ClaimVerdict.HOLDS
        : ClaimVerdict.NOT_ENOUGH_DATA;
  }

  /** Returns how many readings have the verdict {@code which}. */
  public long count(ClaimVerdict which) {
    return readings.stream().filter(reading -> reading.verdict() == which).count();
  }
}
