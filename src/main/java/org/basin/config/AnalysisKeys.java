package org.basin.config;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.basin.plan.analysis.Analyses;
import org.basin.plan.analysis.Comparison;
import org.basin.settings.Key;
import org.basin.settings.Range;
import org.basin.stats.curve.RateLaw;
import org.basin.stats.regression.ScalingForm;

/** The keys of what a sweep asks of its finished trials. */
final class AnalysisKeys {

  static final String RATES = Analyses.RATES;
  static final String PHASES = Analyses.PHASES;
  static final String SCALING = Analyses.SCALING;
  static final String BOUNDARIES = Analyses.BOUNDARIES;
  static final String CURVES = Analyses.CURVES;
  static final String COMPARISONS = Analyses.COMPARISONS;
  static final String STATISTICS = Analyses.STATISTICS;

  static final String NAME = "name";
  static final String OF = "of";
  static final String ALONG = "along";
  static final String BY = "by";

  private static final String PLAIN = "";

  /** A part of something, but not nothing of it. */
  private static final Range PART = new Range(0, true, 1, false, List.of());

  /** A fit never uses the steps before. */
  private static final int FIRST_STEP = 2;

  private static final String MEASURE =
      "an observable, a hitting time, converged, rate.<name> or plateau.<name>";

  private AnalysisKeys() {}

  /** The keys of the sweep itself. */
  static List<Key> sweep() {
    return List.of(
        Key.components(RATES, "rate", "observables whose curves follow a law; table rates"),
        Key.components(
            PHASES, "phase-search", "observables whose curves have phases; table phases"),
        Key.components(SCALING, "scaling", "how a measure depends on axes; table scaling"),
        Key.components(
            BOUNDARIES, "boundary", "where along an axis trials do otherwise; table boundaries"),
        Key.components(CURVES, "curve", "observables of which bands are made; table curves"),
        Key.components(
            COMPARISONS, "comparison", "points to compare that differ in one axis; comparisons"),
        Key.component(STATISTICS, STATISTICS, "how statistics are computed"));
  }

  /** The keys by slot. Each slot has one kind, the empty one. */
  static Map<String, Map<String, List<Key>>> slots() {
    Map<String, Map<String, List<Key>>> slots = new LinkedHashMap<>();
    slots.put("rate", Map.of(PLAIN, rate()));
    slots.put("phase-search", Map.of(PLAIN, phaseSearch()));
    slots.put("scaling", Map.of(PLAIN, scaling()));
    slots.put("boundary", Map.of(PLAIN, boundary()));
    slots.put("curve", Map.of(PLAIN, curve()));
    slots.put("comparison", Map.of(PLAIN, comparison()));
    slots.put(
        STATISTICS,
        Map.of(
            PLAIN,
            List.of(
                Key.integer("resamples", Range.closed(100, 100_000), "of a bootstrap interval"))));
    return slots;
  }

  private static Key observable() {
    return Key.text(OF, "a scalar observable of the trial's probes");
  }

  private static List<Key> rate() {
    return List.of(
        Key.text(NAME, "what tables call it; absent: the observable's name").optional(),
        observable(),
        new Key(
            "laws",
            Key.Type.TEXTS,
            options(RateLaw.values(), RateLaw::text),
            "",
            false,
            "the laws to choose from"),
        Key.choice("values", "what the observable is", "curve", "logarithm"),
        Key.real("floor", Range.ANY, "values at or below it are rounding; absent: by rule")
            .optional(),
        Key.integer("from-step", Range.NON_NEGATIVE, "first step of the fit; absent: by rule")
            .optional(),
        Key.integer("to-step", Range.atLeast(FIRST_STEP), "last step of the fit; absent: by rule")
            .optional(),
        Key.integer("min-points", Range.closed(7, 100_000), "min number of observations fitted"),
        Key.real("support", Range.NON_NEGATIVE, "criterion that a simpler law may be worse by"),
        Key.real("explained", Range.closed(0, 1), "part of the variance with which any law fits"),
        Key.real(
            "runs", Range.closed(0, 1), "p value of the test of runs, where less is explained"));
  }

  private static List<Key> phaseSearch() {
    return List.of(
        Key.text(NAME, "what tables call it; absent: the observable's name").optional(),
        observable(),
        Key.choice("scale", "on which the observable is divided", "log", "linear"),
        Key.real("penalty", Range.POSITIVE, "of a phase, in variances of the noise; absent: by BIC")
            .optional(),
        Key.real("resolution", PART, "part of the curve's range that is no phase"),
        Key.real("flatness", PART, "part of the curve's range that a plateau may span"),
        Key.integer("min-length", Range.closed(3, 1_000), "min number of observations in a phase"),
        Key.integer(
            "max-points",
            Range.closed(3, 100_000),
            "max number of observations; more are thinned"));
  }

  private static List<Key> scaling() {
    return List.of(
        Key.text(NAME, "what tables call it; absent: the measure and the axes").optional(),
        Key.text(OF, MEASURE),
        Key.texts(ALONG, "paths of the numeric axes that it depends on"),
        Key.texts(BY, "paths of the axes with a law for each value; empty: all others"),
        new Key(
            "form",
            Key.Type.TEXT,
            options(ScalingForm.values(), ScalingForm::text),
            "",
            false,
            "the form of the law"),
        Key.text("where", "expression of the axes that holds where it is fitted; empty: all"));
  }

  private static List<Key> boundary() {
    return List.of(
        Key.text(NAME, "what tables call it; absent: what trials do and the axis").optional(),
        Key.text(OF, "what trials do: a verdict, or a hitting time that they hit"),
        Key.text(ALONG, "the path of a numeric axis"),
        Key.texts(BY, "paths of the axes with a boundary for each value; empty: all others"),
        Key.real("fraction", new Range(0, true, 1, true, List.of()), "the fraction crossed"),
        Key.choice("scale", "of the axis in the regression", "log", "linear"));
  }

  private static List<Key> curve() {
    return List.of(
        observable(),
        Key.integer(
            "grid-steps",
            Range.closed(1, 100_000),
            "max number of observed steps, each with a band"),
        Key.integer(
            "per-decade",
            Range.closed(1, 1_000),
            "bands in a factor of ten of steps, where thinned"));
  }

  private static List<Key> comparison() {
    return List.of(
        Key.texts(ALONG, "paths of axes along which points are compared; empty: all"),
        Key.texts(OF, "measures; empty: every hitting time, observable and rate"),
        new Key(
            "pairs",
            Key.Type.TEXT,
            options(Comparison.Pairs.values(), Comparison.Pairs::text),
            "",
            false,
            "which points along an axis are compared"),
        Key.integer("max-pairs", Range.closed(1, 1_000_000), "the max number of pairs"));
  }

  private static <T> Range options(T[] values, Function<T, String> text) {
    return Range.of(Arrays.stream(values).map(text).toArray(String[]::new));
  }
}
