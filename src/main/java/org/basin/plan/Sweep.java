package org.basin.plan;

import java.io.Serializable;
import java.util.List;
import org.basin.settings.ContentHash;

/**
 * A sweep as the engine needs it: everything in a sweep file, checked. Ships to executors.
 *
 * @param name names the folder of its tables: letters, digits, {@code . _ -}
 * @param grid its trials by index
 * @param hittingTimes what to watch at every step
 * @param selections what to choose of its points; no part of any trial
 * @param claims what is said of its tables; no part of any trial
 * @param observables the scalar observables that its trials record, sorted, as far as building some
 *     of them shows; empty if none was built, as of a sweep that was run already
 * @param lanes how many trials one batch trains side by side, at most; ≥ 1
 * @param resolved the whole configuration after includes, overrides and defaults, as HOCON
 */
public record Sweep(
    String name,
    Grid grid,
    List<HittingTime> hittingTimes,
    List<Selection> selections,
    List<Claim> claims,
    List<String> observables,
    int lanes,
    String resolved)
    implements Serializable {

  public Sweep {
    hittingTimes = List.copyOf(hittingTimes);
    selections = List.copyOf(selections);
    claims = List.copyOf(claims);
    observables = List.copyOf(observables);
  }

  /** A sweep of whose trials none was built, so that its observables are not known. */
  public Sweep(
      String name,
      Grid grid,
      List<HittingTime> hittingTimes,
      List<Selection> selections,
      List<Claim> claims,
      int lanes,
      String resolved) {
    this(name, grid, hittingTimes, selections, claims, List.of(), lanes, resolved);
  }

  /** This sweep with other claims, on which no table depends. */
  public Sweep withClaims(List<Claim> others) {
    return new Sweep(name, grid, hittingTimes, selections, others, observables, lanes, resolved);
  }

  /**
   * SHA-256 of {@link #resolved} and of what its trials depend on besides, in hexadecimal: equal
   * for equal sweeps.
   */
  public String hash() {
    return ContentHash.of(resolved + grid.provenance().text());
  }
}
