package org.basin.plan;

import java.util.ArrayList;
import java.util.List;
import org.basin.settings.Problem;
import org.basin.settings.Problem.Kind;
import org.basin.settings.Provenance;
import org.basin.settings.Schema;
import org.basin.settings.Seeds;
import org.basin.settings.Settings;

/**
 * A point with everything that a trial needs except its seeds.
 *
 * @param settings the resolved settings
 * @param problems the reasons why the point cannot be trained; empty if it can
 * @param identity the hash of the part of the ids' text before the seeds
 * @param id the point's id
 */
record ResolvedPoint(Settings settings, List<Problem> problems, IdHash identity, String id) {

  /** Stands for a point that is a duplicate or was dropped. */
  static final ResolvedPoint NONE = new ResolvedPoint(Settings.EMPTY, List.of(), IdHash.of(""), "");

  static ResolvedPoint of(Schema schema, Provenance provenance, Point point) {
    Settings raw = point.raw();
    List<Problem> problems = new ArrayList<>(point.problems());
    Settings settings =
        schema.resolve(
            raw,
            problem -> {
              // A key of kinds that this point does not have has no effect on it.
              if (problem.kind() != Kind.UNKNOWN) {
                problems.add(problem);
              }
            });
    IdHash identity =
        IdHash.of(
            "basin/"
                + Semantics.VERSION
                + "\n"
                + (problems.isEmpty()
                    ? schema.withoutDefaults(settings).canonical()
                        + provenance.text(schema, settings)
                    : "unresolved\n" + raw.canonical()));
    return new ResolvedPoint(settings, List.copyOf(problems), identity, identity.id(""));
  }

  boolean isKept() {
    return !id.isEmpty();
  }

  TrialSpec trial(long index, SeedRange range, long replicate, Provenance provenance) {
    Seeds seeds = range.seeds(replicate);
    String lines =
        "seeds.data="
            + seeds.data()
            + "\nseeds.init="
            + seeds.init()
            + "\nseeds.order="
            + seeds.order()
            + "\n";
    return new TrialSpec(
        index,
        identity.id(lines),
        id,
        range.from() + replicate,
        seeds,
        settings,
        problems,
        provenance);
  }
}
