package org.basin.config;

import java.util.List;
import org.basin.plan.analysis.PhaseSearch;
import org.basin.plan.analysis.Rate;
import org.basin.settings.Section;
import org.basin.stats.curve.RateLaw;
import org.basin.stats.curve.RateSearch;

/** Reads what a sweep asks of single curves: their laws and their phases. */
final class CurveEntries {

  private CurveEntries() {}

  static Rate rate(Section section, String name, String observable, List<RateLaw> laws) {
    return new Rate(
        name,
        observable,
        laws,
        section.text("values").equals("logarithm"),
        section.has("from-step") ? section.whole("from-step") : -1,
        section.has("to-step") ? section.whole("to-step") : -1,
        real(section, "floor"),
        new RateSearch.Choice(
            section.integer("min-points"),
            section.real("support"),
            section.real("explained"),
            section.real("runs")));
  }

  static PhaseSearch phases(Section section, String name, String observable) {
    return new PhaseSearch(
        name,
        observable,
        section.text("scale").equals("log"),
        real(section, "penalty"),
        section.real("resolution"),
        section.real("flatness"),
        section.integer("min-length"),
        section.integer("max-points"));
  }

  private static double real(Section section, String key) {
    return section.has(key) ? section.real(key) : Double.NaN;
  }
}
