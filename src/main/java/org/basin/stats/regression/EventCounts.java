package org.basin.stats.regression;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/**
 * How many trials did something, by a number x on which it may depend.
 *
 * @param x the distinct values, ascending
 * @param trials how many trials there are at each
 * @param events how many of them did it
 */
// Arrays for speed; no code compares two records.
@SuppressWarnings("ArrayRecordComponent")
record EventCounts(double[] x, double[] trials, double[] events) {

  static EventCounts of(double[] x, boolean[] events) {
    Map<Double, double[]> counts = new TreeMap<>();
    for (int i = 0; i < x.length; i++) {
      double[] count = counts.computeIfAbsent(x[i], v -> new double[2]);
      count[0]++;
      count[1] += events[i] ? 1 : 0;
    }
    double[][] columns = counts.values().toArray(double[][]::new);
    return new EventCounts(
        counts.keySet().stream().mapToDouble(Double::doubleValue).toArray(),
        Arrays.stream(columns).mapToDouble(count -> count[0]).toArray(),
        Arrays.stream(columns).mapToDouble(count -> count[1]).toArray());
  }

  int size() {
    return x.length;
  }

  double fraction(int i) {
    return events[i] / trials[i];
  }

  /** The part of all trials that did it. */
  double fraction() {
    return Arrays.stream(events).sum() / Arrays.stream(trials).sum();
  }

  /** How often the fraction crosses {@code level}; a fraction equal to it is on neither side. */
  long crossings(double level) {
    long crossings = 0;
    double before = 0;
    for (int i = 0; i < size(); i++) {
      double side = Math.signum(fraction(i) - level);
      if (side != 0) {
        crossings += before != 0 && side != before ? 1 : 0;
        before = side;
      }
    }
    return crossings;
  }

  /** Whether some did it and some did not, and the fraction rises with x. */
  boolean rises() {
    double mean = fraction();
    double centre = 0;
    double sum = 0;
    for (int i = 0; i < size(); i++) {
      centre += trials[i] * x[i];
    }
    centre /= Arrays.stream(trials).sum();
    for (int i = 0; i < size(); i++) {
      sum += (events[i] - trials[i] * mean) * (x[i] - centre);
    }
    return sum > 0;
  }

  /**
   * Whether a threshold divides those that did it from those that did not, but for trials at the
   * threshold itself (complete or quasi-complete separation): the likelihood of a logistic
   * regression then has no max. Albert &amp; Anderson (1984), Biometrika 71:1.
   */
  boolean isSeparated() {
    return isSeparated(true) || isSeparated(false);
  }

  private boolean isSeparated(boolean rising) {
    double lastWithout = rising ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
    double firstWith = -lastWithout;
    for (int i = 0; i < size(); i++) {
      if (events[i] < trials[i]) {
        lastWithout = rising ? Math.max(lastWithout, x[i]) : Math.min(lastWithout, x[i]);
      }
      if (events[i] > 0) {
        firstWith = rising ? Math.min(firstWith, x[i]) : Math.max(firstWith, x[i]);
      }
    }
    return rising ? lastWithout <= firstWith : lastWithout >= firstWith;
  }
}
