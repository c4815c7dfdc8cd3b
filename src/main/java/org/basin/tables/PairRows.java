package org.basin.tables;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.basin.stats.Estimate;
import org.basin.stats.comparison.Contrast;
import org.basin.stats.comparison.FractionDifference;
import org.basin.stats.comparison.IndependentSamples;
import org.basin.stats.comparison.MannWhitney;
import org.basin.stats.comparison.PairedSample;
import org.basin.stats.comparison.TwoSamples;
import org.basin.stats.location.Location;
import org.basin.stats.resampling.ResampleStream;
import org.basin.stats.survival.LogRank;
import org.basin.stats.survival.Status;

/** Writes the rows of {@link ComparisonTable} of one pair of points. */
final class PairRows {

  private final List<Object> pair;
  private final String stream;
  private final ComparedTrials first;
  private final ComparedTrials second;
  private final boolean isPaired;
  private final int resamples;
  private final double level;
  private final List<Row> rows = new ArrayList<>();

  /**
   * Begins the rows of a pair.
   *
   * @param pair the values of the columns before {@code subject}
   * @param stream what tells the pair from every other: it seeds the resamples
   * @param resamples the number of bootstrap resamples, ≥ 1
   * @param level the confidence level of every interval, between 0 and 1
   */
  PairRows(
      List<Object> pair,
      String stream,
      ComparedTrials first,
      ComparedTrials second,
      int resamples,
      double level) {
    this.pair = pair;
    this.stream = stream;
    this.first = first;
    this.second = second;
    this.isPaired = first.isPairedWith(second);
    this.resamples = resamples;
    this.level = level;
  }

  /** Writes the comparisons of a measure; none if no trial of one of the points has it. */
  List<Row> of(List<String> measures) {
    for (String measure : measures) {
      SeededValues values = first.valuesOf(measure, second);
      SeededValues others = second.valuesOf(measure, first);
      if (values != null && others != null) {
        finals(measure, values, others);
      } else if (first.hitsOf(measure) != null && second.hitsOf(measure) != null) {
        hits(measure, first.hitsOf(measure), second.hitsOf(measure));
      }
    }
    return rows;
  }

  private void finals(String subject, SeededValues a, SeededValues b) {
    int[][] places = places(a, b);
    double[] x = values(a, places[0]);
    double[] y = values(b, places[1]);
    if (x.length == 0 || y.length == 0) {
      return;
    }
    TwoSamples samples = samples(x, y);
    add(subject, ComparisonTable.DIFFERENCE_MEAN, samples.meanDifference(level));
    for (Location location : List.of(Location.INTERQUARTILE_MEAN, Location.MEDIAN)) {
      Statistic statistic = ComparisonTable.difference(location);
      add(
          subject,
          statistic,
          samples.difference(
              location, resamples, ResampleStream.of(stream, subject, statistic.name()), level));
    }
    if (isPositive(x) && isPositive(y)) {
      add(subject, ComparisonTable.RATIO_GEOMETRIC_MEAN, samples.ratio(level));
    }
    less(subject, x, y);
  }

  /**
   * A trial that neither hit nor was censored never hits. Up to the step to which all others were
   * watched, the time before the hit is therefore known of every trial.
   */
  private void hits(String subject, SeededHits a, SeededHits b) {
    int[][] places = places(a.steps(), b.steps());
    Sample x = new Sample(a, places[0]);
    Sample y = new Sample(b, places[1]);
    if (x.steps.length == 0 || y.steps.length == 0 || !(x.isHit() || y.isHit())) {
      return;
    }
    double censored = Math.min(x.censored(), y.censored());
    double horizon = Double.isFinite(censored) ? censored : Math.max(x.last(), y.last());
    TwoSamples samples = samples(x.restricted(horizon), y.restricted(horizon));
    Contrast ratio = samples.meanRatio(level);
    add(
        subject,
        ComparisonTable.RATIO_RESTRICTED_MEAN,
        ratio,
        ratio.estimate().method() + ", horizon " + (long) horizon);
    less(subject, x.restricted(horizon), y.restricted(horizon));
    logRank(subject, x, y);
    hitFractions(subject, x.hitsBy(horizon), y.hitsBy(horizon), ", horizon " + (long) horizon);
    if (isPaired) {
      hitRatio(subject, x, y);
    }
  }

  private void hitFractions(String subject, boolean[] x, boolean[] y, String horizon) {
    Contrast difference;
    if (isPaired) {
      long[] pairs = new long[4];
      for (int i = 0; i < x.length; i++) {
        pairs[(x[i] ? 0 : 2) + (y[i] ? 0 : 1)]++;
      }
      difference = FractionDifference.paired(pairs[0], pairs[1], pairs[2], pairs[3], level);
    } else {
      difference = FractionDifference.independent(count(x), x.length, count(y), y.length, level);
    }
    add(
        subject,
        ComparisonTable.DIFFERENCE_HIT_FRACTION,
        difference,
        difference.estimate().method() + horizon);
  }

  private static long count(boolean[] hits) {
    long count = 0;
    for (boolean hit : hits) {
      count += hit ? 1 : 0;
    }
    return count;
  }

  /** The ratio of the steps of the hit, over the seeds of which both trials hit. */
  private void hitRatio(String subject, Sample x, Sample y) {
    int[] both =
        IntStream.range(0, x.steps.length)
            .filter(i -> x.statuses[i] == Status.HIT && y.statuses[i] == Status.HIT)
            .toArray();
    double[] a = Arrays.stream(both).mapToDouble(i -> x.steps[i]).toArray();
    double[] b = Arrays.stream(both).mapToDouble(i -> y.steps[i]).toArray();
    // A hit at step 0 has no ratio.
    if (both.length > 0 && isPositive(a) && isPositive(b)) {
      add(subject, ComparisonTable.RATIO_STEP_BOTH_HIT, new PairedSample(a, b).ratio(level));
    }
  }

  private void logRank(String subject, Sample x, Sample y) {
    int m = x.steps.length;
    int all = m + y.steps.length;
    double[] steps = Arrays.copyOf(x.steps, all);
    System.arraycopy(y.steps, 0, steps, m, y.steps.length);
    boolean[] hit = new boolean[all];
    int[] groups = new int[all];
    long[] strata = new long[all];
    for (int i = 0; i < all; i++) {
      hit[i] = (i < m ? x.statuses[i] : y.statuses[i - m]) == Status.HIT;
      groups[i] = i < m ? 0 : 1;
      strata[i] = isPaired ? i % m : 0;
    }
    LogRank test = LogRank.stratified(steps, hit, groups, strata);
    long count = isPaired ? m : all;
    add(
        subject,
        ComparisonTable.LOG_RANK,
        new Contrast(Estimate.point(test.chiSquare(), count), test.pValue()),
        isPaired ? LogRank.METHOD + ", stratified by seed" : LogRank.METHOD);
  }

  private void less(String subject, double[] x, double[] y) {
    Contrast unpaired = MannWhitney.of(x, y).improvement(level);
    if (!isPaired) {
      add(subject, ComparisonTable.PROBABILITY_LESS, unpaired);
      return;
    }
    String method = unpaired.estimate().method() + ", seeds not paired";
    add(subject, ComparisonTable.PROBABILITY_LESS, unpaired, method);
    PairedSample pairs = new PairedSample(x, y);
    add(subject, ComparisonTable.PROBABILITY_LESS_PAIRED, pairs.improvement(level));
    add(subject, ComparisonTable.FRACTION_LESS, pairs.fractionLess(level));
  }

  private TwoSamples samples(double[] x, double[] y) {
    if (isPaired) {
      return new PairedSample(x, y);
    }
    // Sorted, because only the seeds would tell an order, and these need not differ.
    return new IndependentSamples(sorted(x), sorted(y));
  }

  private static double[] sorted(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted;
  }

  /** The places that are compared: those that share a seed, or all. */
  private int[][] places(SeededValues a, SeededValues b) {
    return isPaired
        ? a.shared(b)
        : new int[][] {
          IntStream.range(0, a.size()).toArray(), IntStream.range(0, b.size()).toArray()
        };
  }

  private static double[] values(SeededValues values, int[] places) {
    double[] all = values.values();
    return Arrays.stream(places).mapToDouble(place -> all[place]).toArray();
  }

  private static boolean isPositive(double[] values) {
    return Arrays.stream(values).allMatch(value -> value > 0);
  }

  private void add(String subject, Statistic statistic, Contrast contrast) {
    add(subject, statistic, contrast, contrast.estimate().method());
  }

  private void add(String subject, Statistic statistic, Contrast contrast, String method) {
    Estimate estimate = contrast.estimate();
    List<Object> values = new ArrayList<>(pair);
    values.add(subject);
    values.add(statistic.name());
    values.add(Columns.orNull(estimate.value()));
    values.add(Columns.orNull(estimate.low()));
    values.add(Columns.orNull(estimate.high()));
    values.add(Columns.orNull(estimate.level()));
    values.add(method);
    values.add(estimate.count());
    values.add(Columns.orNull(contrast.p()));
    values.add(null);
    rows.add(RowFactory.create(values.toArray()));
  }

  /** The hits at some places. */
  private static final class Sample {
    final double[] steps;
    final Status[] statuses;

    Sample(SeededHits hits, int[] places) {
      steps = values(hits.steps(), places);
      statuses = Arrays.stream(places).mapToObj(hits::status).toArray(Status[]::new);
    }

    boolean isHit() {
      return Arrays.asList(statuses).contains(Status.HIT);
    }

    /** The first step at which a trial was censored; ∞ if none was. */
    double censored() {
      return IntStream.range(0, steps.length)
          .filter(i -> statuses[i] == Status.CENSORED)
          .mapToDouble(i -> steps[i])
          .min()
          .orElse(Double.POSITIVE_INFINITY);
    }

    /** Which trials hit at {@code horizon} or before. */
    boolean[] hitsBy(double horizon) {
      boolean[] hits = new boolean[steps.length];
      for (int i = 0; i < hits.length; i++) {
        hits[i] = statuses[i] == Status.HIT && steps[i] <= horizon;
      }
      return hits;
    }

    double last() {
      return Arrays.stream(steps).max().orElse(Double.NaN);
    }

    /** The steps before the hit, of those up to {@code horizon}. */
    double[] restricted(double horizon) {
      double[] restricted = new double[steps.length];
      Arrays.setAll(
          restricted, i -> statuses[i] == Status.HIT ? Math.min(steps[i], horizon) : horizon);
      return restricted;
    }
  }
}
