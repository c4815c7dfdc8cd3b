package org.basin.plan;

import java.io.Serializable;
import org.basin.settings.Provenance;
import org.basin.settings.Section;
import org.basin.settings.Seeds;
import org.basin.settings.Settings;

/**
 * Everything a trial's outcome depends on, and the names it goes by. A trial is a pure function of
 * {@code settings}, {@code seeds} and the content of what the settings name.
 *
 * @param index where it stands in its sweep; not part of its identity
 * @param id content hash of settings, seeds, semantics version and what {@code provenance} says of
 *     the files and outside components it uses: 32 hexadecimal digits
 * @param pointId the same without the seeds
 * @param seed the replicate's seed, given to every stream that varies
 * @param seeds the seed of each stream
 * @param settings the resolved settings: every key present, defaults filled in, values typed
 * @param problem why the point cannot be trained (a derived value out of range, say), in one line;
 *     empty if it can. Such a trial ends as {@code failed}; its settings may be incomplete.
 * @param provenance what the sweep's files and outside components were when it was planned
 */
public record TrialSpec(
    long index,
    String id,
    String pointId,
    long seed,
    Seeds seeds,
    Settings settings,
    String problem,
    Provenance provenance)
    implements Serializable {

  /** A trial of no planned sweep. */
  public TrialSpec(
      long index,
      String id,
      String pointId,
      long seed,
      Seeds seeds,
      Settings settings,
      String problem) {
    this(index, id, pointId, seed, seeds, settings, problem, Provenance.NONE);
  }

  /** A setting of the trial itself, a text: {@code text("precision")}. */
  public String text(String name) {
    return (String) settings.get(name);
  }

  /** A top-level section: {@code section("model")}. */
  public Section section(String name) {
    return new Section(name, settings.under(name), provenance);
  }
}
