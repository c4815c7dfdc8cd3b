package org.basin.plan;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import org.basin.plan.analysis.Analyses;
import org.basin.plan.figure.Figure;
import org.basin.settings.ContentHash;

/**
 * A sweep as the engine needs it: everything in a sweep file, checked. It is sent to executors.
 *
 * @param name the name of the folder of its tables: letters, digits, {@code . _ -}
 * @param plan its trials by index
 * @param hittingTimes the hitting times to watch at every step
 * @param selections the choices of points; not part of any trial
 * @param analyses what is asked of the finished trials; not part of any trial
 * @param claims the statements about its tables; not part of any trial
 * @param figures the pictures of its tables; not part of any trial
 * @param observables the scalar observables that its trials record, sorted, as found by building
 *     some of the trials; empty if none was built, as for a sweep that was run already
 * @param lanes the max number of trials that one batch trains side by side; ≥ 1
 * @param resolved the whole configuration after includes, overrides and defaults, as HOCON
 */
public record Sweep(
    String name,
    TrialPlan plan,
    List<HittingTime> hittingTimes,
    List<Selection> selections,
    Analyses analyses,
    List<Claim> claims,
    List<Figure> figures,
    List<String> observables,
    int lanes,
    String resolved)
    implements Serializable {

  public Sweep {
    hittingTimes = List.copyOf(hittingTimes);
    selections = List.copyOf(selections);
    claims = List.copyOf(claims);
    figures = List.copyOf(figures);
    observables = List.copyOf(observables);
  }

  /** The grid of the trials that Basin trains; empty if the trials were imported. */
  public Optional<Grid> grid() {
    return plan instanceof Grid grid ? Optional.of(grid) : Optional.empty();
  }

  /** Whether the trials were imported. */
  public boolean isImported() {
    return plan instanceof ImportedTrials;
  }

  /** Returns this sweep with other claims. No other table depends on claims. */
  public Sweep withClaims(List<Claim> others) {
    return new Sweep(
        name,
        plan,
        hittingTimes,
        selections,
        analyses,
        others,
        figures,
        observables,
        lanes,
        resolved);
  }

  /**
   * Returns the SHA-256 of {@link #resolved} and of what the trials depend on besides, in
   * hexadecimal. It is equal for equal sweeps.
   */
  public String hash() {
    return ContentHash.of(resolved + plan.provenance().text());
  }
}
