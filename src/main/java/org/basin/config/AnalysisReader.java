package org.basin.config;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.basin.plan.HittingTime;
import org.basin.plan.analysis.Analyses;
import org.basin.plan.analysis.Boundary;
import org.basin.plan.analysis.Comparison;
import org.basin.plan.analysis.Curve;
import org.basin.plan.analysis.Measure;
import org.basin.plan.analysis.PhaseSearch;
import org.basin.plan.analysis.Rate;
import org.basin.plan.analysis.Scaling;
import org.basin.settings.Nearest;
import org.basin.settings.Section;
import org.basin.stats.curve.RateLaw;
import org.basin.stats.regression.ScalingForm;
import org.basin.train.Verdict;

/** Reads what a sweep asks of its finished trials, and checks the names in it. */
final class AnalysisReader {

  private final Reading reading;
  private final SweepHeader header;
  private final List<AxisDraft> axes;
  private final NamedAxes named;
  private final Section sweep;

  /** The observables and measures that were named, by the path at which they were. */
  private final Map<String, String> observables = new LinkedHashMap<>();

  private final Map<String, String> measures = new LinkedHashMap<>();

  AnalysisReader(Reading reading, SweepHeader header, List<AxisDraft> axes) {
    this(reading, header, axes, reading.schema()::canonicalPath);
  }

  /**
   * Makes a reader.
   *
   * @param canonical returns the path of the axis that a text means
   */
  AnalysisReader(
      Reading reading, SweepHeader header, List<AxisDraft> axes, UnaryOperator<String> canonical) {
    this.reading = reading;
    this.header = header;
    this.axes = axes;
    this.sweep = new Section("", header.settings());
    this.named = new NamedAxes(axes, canonical, this::tell);
  }

  /** Reads everything; an entry that is wrong is told and left out. */
  Analyses read() {
    return new Analyses(
        named(AnalysisKeys.RATES, this::rate, Rate::name),
        named(AnalysisKeys.PHASES, this::phases, PhaseSearch::name),
        named(AnalysisKeys.SCALING, this::scaling, Scaling::name),
        named(AnalysisKeys.BOUNDARIES, this::boundary, Boundary::name),
        named(AnalysisKeys.CURVES, this::curve, Curve::observable),
        sweep.sections(AnalysisKeys.COMPARISONS).stream().map(this::comparison).toList(),
        sweep.section(AnalysisKeys.STATISTICS).integer("resamples"));
  }

  /** Returns a reader of views in figures, whose names are checked with the others. */
  ViewReader views(Analyses analyses) {
    return new ViewReader(named, analyses, header.hittingTimes(), measures::put, this::tell);
  }

  private <T> List<T> named(String key, Function<Section, T> entry, Function<T, String> nameOf) {
    List<T> read = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (Section section : sweep.sections(key)) {
      T one = entry.apply(section);
      if (one == null) {
        continue;
      }
      if (names.add(nameOf.apply(one))) {
        read.add(one);
      } else {
        // A curve has no name but that of its observable.
        boolean isNamed = !key.equals(AnalysisKeys.CURVES);
        String must = isNamed ? "have a name of its own" : "be of another observable";
        tell(path(section), "is " + nameOf.apply(one) + " again, must " + must);
      }
    }
    return read;
  }

  private Rate rate(Section section) {
    List<String> texts = section.texts("laws");
    List<RateLaw> laws = texts.stream().map(RateLaw::of).toList();
    String of = observable(section);
    Rate rate = CurveEntries.rate(section, name(section, of), of, laws);
    if (laws.isEmpty()) {
      tell(path(section) + ".laws", "is [], must name a law");
      return null;
    }
    if (!named.areDifferent(section, "laws", texts)) {
      return null;
    }
    if (rate.toStep() >= 0 && rate.toStep() <= rate.fromStep()) {
      tell(
          path(section) + ".to-step",
          "is " + rate.toStep() + ", must be greater than from-step, " + rate.fromStep());
      return null;
    }
    return rate;
  }

  private PhaseSearch phases(Section section) {
    String of = observable(section);
    return CurveEntries.phases(section, name(section, of), of);
  }

  private Scaling scaling(Section section) {
    String of = measure(section);
    List<String> along = named.axisPaths(section, AnalysisKeys.ALONG);
    List<String> by = named.by(section, along);
    if (along == null || by == null) {
      return null;
    }
    if (along.isEmpty()) {
      tell(path(section) + "." + AnalysisKeys.ALONG, "is [], must name an axis");
      return null;
    }
    ScalingForm form = ScalingForm.of(section.text("form"));
    String where = section.text("where");
    String at = path(section) + ".";
    ScalingCheck check = new ScalingCheck(axes, (key, problem) -> tell(at + key, problem));
    if (!along.stream().allMatch(path -> named.isNumeric(section, path))
        || !check.passes(along, form, where)) {
      return null;
    }
    return new Scaling(name(section, standard(of, along)), of, along, by, form, where);
  }

  private Boundary boundary(Section section) {
    String of = section.text(AnalysisKeys.OF);
    Set<String> events = new TreeSet<>();
    for (Verdict verdict : Verdict.values()) {
      events.add(verdict.text());
    }
    header.hittingTimes().forEach(time -> events.add(time.name()));
    if (!events.contains(of)) {
      String must = ", must be a verdict or a hitting time; ";
      tell(path(section) + "." + AnalysisKeys.OF, "is " + of + must + Nearest.hint(of, events));
      return null;
    }
    String path = named.axisPath(section, AnalysisKeys.ALONG, section.text(AnalysisKeys.ALONG));
    List<String> along = path == null ? null : List.of(path);
    List<String> by = named.by(section, along);
    if (along == null || by == null || !named.isNumeric(section, path)) {
      return null;
    }
    boolean logarithmic = section.text("scale").equals("log");
    if (logarithmic && !named.values(path).allMatch(value -> ((Number) value).doubleValue() > 0)) {
      tell(
          path(section) + ".scale",
          "is log, must be linear where " + path + " has values that are not positive");
      return null;
    }
    return new Boundary(
        name(section, standard(of, along)), of, path, by, section.real("fraction"), logarithmic);
  }

  private Curve curve(Section section) {
    return new Curve(observable(section), section.whole("grid-steps"), section.whole("per-decade"));
  }

  private Comparison comparison(Section section) {
    List<String> along = named.axisPaths(section, AnalysisKeys.ALONG);
    List<String> of = section.texts(AnalysisKeys.OF);
    boolean different = named.areDifferent(section, AnalysisKeys.OF, of);
    for (int i = 0; different && i < of.size(); i++) {
      measures.put(path(section) + "." + AnalysisKeys.OF + "[" + i + "]", of.get(i));
    }
    return new Comparison(
        along == null ? List.of() : along,
        of,
        Comparison.Pairs.of(section.text("pairs")),
        section.whole("max-pairs"));
  }

  /**
   * Tells of observables and measures that there are not.
   *
   * @param scalars the scalar observables that trials record
   */
  void check(Analyses analyses, Set<String> scalars) {
    observables.forEach(
        (path, name) -> {
          // A default asks for what most trials record; only a file is told what is not there.
          if (!scalars.contains(name) && header.places().isWritten(list(path))) {
            String must = ", must be a scalar of observe.probes; ";
            tell(path, "is " + name + must + Nearest.hint(name, scalars));
          }
        });
    for (int i = 0; i < header.hittingTimes().size(); i++) {
      String name = header.hittingTimes().get(i).name();
      if (scalars.contains(name)) {
        String path = SweepHeader.HITTING_TIMES + "[" + i + "].name";
        tell(path, "is " + name + ", must be another name: trials record an observable " + name);
      }
    }
    Set<String> known = new TreeSet<>(scalars);
    known.add(Measure.CONVERGED);
    header.hittingTimes().stream().map(HittingTime::name).forEach(known::add);
    analyses.rates().forEach(rate -> known.add(Measure.ofRate(rate.name())));
    analyses.phases().forEach(search -> known.add(Measure.ofPlateau(search.name())));
    measures.forEach(
        (path, name) -> {
          if (!known.contains(name)) {
            String must = ", must be a hitting time, a scalar observable, a rate or a plateau; ";
            tell(path, "is " + name + must + Nearest.hint(name, known));
          }
        });
    reading.values().throwIfAny();
  }

  private String observable(Section section) {
    String of = section.text(AnalysisKeys.OF);
    observables.put(path(section) + "." + AnalysisKeys.OF, of);
    return of;
  }

  private String measure(Section section) {
    String of = section.text(AnalysisKeys.OF);
    measures.put(path(section) + "." + AnalysisKeys.OF, of);
    return of;
  }

  private String name(Section section, String standard) {
    if (!section.has(AnalysisKeys.NAME)) {
      return standard;
    }
    String name = section.text(AnalysisKeys.NAME);
    if (!SweepName.isValid(name)) {
      tell(
          path(section) + "." + AnalysisKeys.NAME,
          "is \"" + name + "\", must be " + SweepName.RULE);
    }
    return name;
  }

  private static String standard(String of, List<String> along) {
    return of + "-by-" + String.join("-", along).replace('.', '-');
  }

  private void tell(String path, String problem) {
    reading.values().add(header.places().place(path), path + " " + problem);
  }

  /** The path of an entry in messages. */
  static String path(Section section) {
    return section.path().substring(1);
  }

  /** The key of the list in which something stands: {@code curves} of {@code curves[0].of}. */
  private static String list(String path) {
    return path.substring(0, path.indexOf('['));
  }
}
