package org.basin.stats.curve;

import java.util.Arrays;

/**
 * The part of a curve to which laws are fitted, as the logarithm of the curve.
 *
 * @param steps the steps, ascending, ≥ 2, so that ln ln n is defined
 * @param logs ln |y| at these steps
 * @param sign the sign of y, 1 or −1
 * @param problem why there is nothing to fit; null if there is
 */
// No code compares two of these.
@SuppressWarnings("ArrayRecordComponent")
record LogWindow(double[] steps, double[] logs, double sign, NoLaw problem) {

  private static final double FIRST = 2;

  /** The part of a curve's greatest |y| below which it may be rounding: 2^−52. */
  private static final double ROUNDING = Math.ulp(1.0);

  /** A last stretch of so many equal values is a curve that rounding has stopped. */
  private static final int STOPPED = 3;

  /** The window of a curve by the rule of {@link RateSearch}. */
  static LogWindow of(RateSearch search, long[] steps, double[] values) {
    int begin = 0;
    while (begin < values.length && (steps[begin] < FIRST || !Double.isFinite(values[begin]))) {
      begin++;
    }
    int end = end(search, steps, values, begin);
    if (end > begin && isConstant(values, begin, end)) {
      return none(NoLaw.CONSTANT);
    }
    end = moving(values, end);
    if (end <= begin) {
      return none(NoLaw.FEW);
    }
    double from = Double.isNaN(search.from()) ? steps[end - 1] / 10.0 : search.from();
    int start = begin;
    while (start < end && steps[start] < from) {
      start++;
    }
    if (end - start < search.choice().minPoints()) {
      return none(NoLaw.FEW);
    }
    double sign = search.logarithm() ? 1 : Math.signum(values[start]);
    double[] logs = new double[end - start];
    double[] at = new double[end - start];
    for (int i = 0; i < logs.length; i++) {
      double value = values[start + i];
      if (!search.logarithm() && !(value * sign > 0)) {
        return none(NoLaw.SIGN);
      }
      at[i] = steps[start + i];
      logs[i] = search.logarithm() ? value : Math.log(value * sign);
    }
    return isConstant(logs, 0, logs.length)
        ? none(NoLaw.CONSTANT)
        : new LogWindow(at, logs, sign, null);
  }

  /** The index after the last observation before the end, an undefined value and the floor. */
  private static int end(RateSearch search, long[] steps, double[] values, int begin) {
    double floor = floor(search, values);
    int end = begin;
    while (end < values.length
        && !(steps[end] > search.to())
        && Double.isFinite(values[end])
        && !((search.logarithm() ? values[end] : Math.abs(values[end])) <= floor)) {
      end++;
    }
    return end;
  }

  private static double floor(RateSearch search, double[] values) {
    if (search.logarithm() || !Double.isNaN(search.floor())) {
      return search.floor();
    }
    return ROUNDING
        * Arrays.stream(values).filter(Double::isFinite).map(Math::abs).max().orElse(Double.NaN);
  }

  /** The number of observations before a last stretch of equal values. */
  private static int moving(double[] values, int end) {
    int first = end - 1;
    while (first > 0 && values[first - 1] == values[end - 1]) {
      first--;
    }
    return end - first >= STOPPED ? first : end;
  }

  private static boolean isConstant(double[] values, int begin, int end) {
    for (int i = begin + 1; i < end; i++) {
      if (values[i] != values[begin]) {
        return false;
      }
    }
    return true;
  }

  private static LogWindow none(NoLaw problem) {
    return new LogWindow(new double[0], new double[0], Double.NaN, problem);
  }
}
