package org.basin.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
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

  private static final String VERSION = "basin/" + Semantics.VERSION + "\n";

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
            VERSION
                + (problems.isEmpty()
                    ? schema.withoutDefaults(settings).canonical()
                        + provenance.text(schema, settings)
                    : "unresolved\n" + raw.canonical()));
    return new ResolvedPoint(settings, List.copyOf(problems), identity, identity.id(""));
  }

  boolean isKept() {
    return !id.isEmpty();
  }

  /** The id of {@code trial} if its settings at {@code paths} did not count. */
  static String idWithout(Schema schema, TrialSpec trial, Set<String> paths) {
    Settings settings = trial.settings();
    return IdHash.of(
            VERSION
                + "without "
                + String.join(" ", new TreeSet<>(paths))
                + "\n"
                + schema.withoutDefaults(settings).without(paths).canonical()
                + trial.provenance().text(schema, settings))
        .id(lines(trial.seeds()));
  }

  private static String lines(Seeds seeds) {
    return "seeds.data="
        + seeds.data()
        + "\nseeds.init="
        + seeds.init()
        + "\nseeds.order="
        + seeds.order()
        + "\n";
  }

  TrialSpec trial(long index, SeedRange range, long replicate, Provenance provenance) {
    Seeds seeds = range.seeds(replicate);
    return new TrialSpec(
        index,
        identity.id(lines(seeds)),
        id,
        range.from() + replicate,
        seeds,
        settings,
        problems,
        provenance);
  }
}
