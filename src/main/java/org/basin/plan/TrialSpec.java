package org.basin.plan;

import java.io.Serializable;
import java.util.List;
import org.basin.settings.Problem;
import org.basin.settings.Provenance;
import org.basin.settings.Section;
import org.basin.settings.Seeds;
import org.basin.settings.Settings;

/**
 * Everything on which a trial's outcome depends, and its ids. A trial is a pure function of {@code
 * settings}, {@code seeds} and the content of the files that the settings name.
 *
 * @param index the trial's position in its sweep; not part of its identity
 * @param id the hash of settings, seeds, semantics version and the part of {@code provenance} that
 *     the trial uses: 32 hexadecimal digits
 * @param pointId the same hash without the seeds
 * @param seed the replicate's seed, which every varying stream uses
 * @param seeds the seed of each stream
 * @param settings the resolved settings, in which every key is present, with defaults filled in and
 *     values typed
 * @param problems the reasons why the point cannot be trained, for example a derived value out of
 *     range; empty if it can. Such a trial ends as {@code failed}, and its settings may be
 *     incomplete
 * @param provenance the sweep's files and outside components at the time it was planned
 */
public record TrialSpec(
    long index,
    String id,
    String pointId,
    long seed,
    Seeds seeds,
    Settings settings,
    List<Problem> problems,
    Provenance provenance)
    implements Serializable {

  public TrialSpec {
    problems = List.copyOf(problems);
  }

  /** Makes a trial that belongs to no planned sweep and can be trained. */
  public TrialSpec(
      long index, String id, String pointId, long seed, Seeds seeds, Settings settings) {
    this(index, id, pointId, seed, seeds, settings, List.of(), Provenance.NONE);
  }

  /** Whether nothing in its settings keeps it from being built. */
  public boolean isResolved() {
    return problems.isEmpty();
  }

  /** Returns a setting of the trial itself that is a text, such as {@code text("precision")}. */
  public String text(String name) {
    return (String) settings.get(name);
  }

  /** Returns a top-level section, such as {@code section("model")}. */
  public Section section(String name) {
    return new Section(name, settings.under(name), provenance);
  }
}
