package org.basin.engine;

import java.util.List;
import org.basin.plan.Claim;

/**
 * What the tables say of a claim.
 *
 * @param claim the statement
 * @param readings in the order of its query; empty if that yielded no row
 */
public record ClaimResult(Claim claim, List<Reading> readings) {

  /**
   * One row of a claim's query.
   *
   * @param name what was read; empty if the query does not say
   * @param verdict of this reading
   * @param effect the number it speaks of; NaN if it names none
   * @param low the lower end of its interval; NaN if there is none
   * @param high the upper end; NaN if there is none
   * @param n how many trials, or whatever it counts; −1 if it does not say
   */
  public record Reading(
      String name, ClaimVerdict verdict, double effect, double low, double high, long n) {}

  public ClaimResult {
    readings = List.copyOf(readings);
  }

  /** Fails if a reading does; holds if there are readings and all of them hold. */
  public ClaimVerdict verdict() {
    if (readings.stream().anyMatch(reading -> reading.verdict() == ClaimVerdict.FAILS)) {
      return ClaimVerdict.FAILS;
    }
    return !readings.isEmpty()
            && readings.stream().allMatch(reading -> reading.verdict() == ClaimVerdict.HOLDS)
        ? ClaimVerdict.HOLDS
        : ClaimVerdict.NOT_ENOUGH_DATA;
  }

  /** How many readings have this verdict. */
  public long count(ClaimVerdict which) {
    return readings.stream().filter(reading -> reading.verdict() == which).count();
  }
}
