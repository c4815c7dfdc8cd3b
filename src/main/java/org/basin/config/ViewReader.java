package org.basin.config;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.basin.plan.HittingTime;
import org.basin.plan.analysis.Analyses;
import org.basin.plan.analysis.Curve;
import org.basin.plan.analysis.Measure;
import org.basin.plan.figure.View;
import org.basin.plan.figure.ViewLayer;
import org.basin.settings.Nearest;
import org.basin.settings.Section;
import org.basin.train.Verdict;

/**
 * Reads the layers of figures that need no query, and checks the names in them.
 *
 * @param named the axes that layers name
 * @param analyses what the sweep asks of its finished trials
 * @param hittingTimes those that the sweep declares
 * @param measure is told the path and the name of each measure, to be checked later
 * @param tell is told the path and the text of each problem
 */
record ViewReader(
    NamedAxes named,
    Analyses analyses,
    List<HittingTime> hittingTimes,
    BiConsumer<String, String> measure,
    BiConsumer<String, String> tell) {

  /** Reads a layer; empty if it is wrong, which is told. */
  Optional<ViewLayer> read(Section section, View view, String place) {
    String path = AnalysisReader.path(section);
    String of = section.text("of");
    boolean right = isKnown(view, of, path + ".of");
    boolean hasAlong = section.has("along");
    List<String> along = hasAlong ? named.axisPaths(section, "along") : List.of();
    List<String> series = named.axisPaths(section, "series");
    List<String> panel = named.axisPaths(section, "panel");
    if (along == null || series == null || panel == null) {
      return Optional.empty();
    }
    if (hasAlong && (along.isEmpty() || along.size() > (view == View.FRACTION ? 2 : 1))) {
      String most = view == View.FRACTION ? "one axis or two" : "one axis";
      tell.accept(path + ".along", "has " + along.size() + " axes, must have " + most);
      right = false;
    }
    Set<String> used = new TreeSet<>(along);
    for (String other : series) {
      right &= isNew(used, other, path + ".series");
    }
    for (String other : panel) {
      right &= isNew(used, other, path + ".panel");
    }
    if (!right) {
      return Optional.empty();
    }
    return Optional.of(
        new ViewLayer(
            view,
            of,
            along,
            series,
            panel,
            section.text("where"),
            section.has("statistic") ? section.text("statistic") : "",
            !section.has("basis") || section.text("basis").equals("carried"),
            place));
  }

  private boolean isNew(Set<String> used, String axis, String path) {
    if (used.add(axis)) {
      return true;
    }
    tell.accept(path, "has " + axis + ", must be another axis than along and series");
    return false;
  }

  private boolean isKnown(View view, String of, String path) {
    Set<String> known = new TreeSet<>();
    String what;
    switch (view) {
      case CURVES -> {
        analyses.curves().stream().map(Curve::observable).forEach(known::add);
        what = "an observable of curves = [ { of = … } ]";
      }
      case FRACTION -> {
        for (Verdict verdict : Verdict.values()) {
          known.add(verdict.text());
        }
        hittingTimes.forEach(time -> known.add(time.name()));
        what = "a verdict or a hitting time";
      }
      case SURVIVAL -> {
        known.add(Measure.CONVERGED);
        hittingTimes.forEach(time -> known.add(time.name()));
        what = "a hitting time or converged";
      }
      default -> {
        measure.accept(path, of);
        return true;
      }
    }
    if (!known.contains(of)) {
      String must = ", must be " + what + "; ";
      tell.accept(path, "is " + of + must + Nearest.hint(of, known));
      return false;
    }
    return true;
  }
}
