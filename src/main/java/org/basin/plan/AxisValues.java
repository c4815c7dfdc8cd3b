package org.basin.plan;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.DoubleSupplier;
import java.util.function.IntToDoubleFunction;
import org.apache.commons.math3.random.SobolSequenceGenerator;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.basin.settings.Decimals;
import org.basin.settings.RandomStreams;

/**
 * Computes the numbers of an axis from the forms in which a sweep file can define them. Each result
 * is a list of at most {@link #LIMIT} finite doubles. A wrong argument is an {@link
 * IllegalArgumentException} that says what would be right.
 */
public final class AxisValues {

  /** The max number of values of one axis. */
  public static final int LIMIT = 1_000_000;

  private AxisValues() {}

  /**
   * Returns {@code from, from + step, …} up to {@code to} inclusive. It counts in decimals, so that
   * the steps do not drift.
   *
   * @param step not 0, with the sign of {@code to − from}
   */
  public static List<Double> range(double from, double to, double step) {
    if (finite(step) == 0 || (finite(to) - finite(from)) / step < 0) {
      throw new IllegalArgumentException(
          "has step " + step + " from " + from + " to " + to + ", must lead from one to the other");
    }
    BigDecimal start = BigDecimal.valueOf(from);
    BigDecimal stride = BigDecimal.valueOf(step);
    BigDecimal steps = BigDecimal.valueOf(to).subtract(start).divide(stride, Decimals.CONTEXT);
    if (steps.compareTo(BigDecimal.valueOf(LIMIT)) >= 0) {
      throw new IllegalArgumentException("has more than " + LIMIT + " values");
    }
    int count = steps.setScale(0, RoundingMode.FLOOR).intValueExact() + 1;
    return list(count, i -> start.add(stride.multiply(BigDecimal.valueOf(i))).doubleValue());
  }

  /**
   * Returns {@code count} equally spaced numbers. Both ends are included and exact.
   *
   * @param count ≥ 2, or 1 if the ends are equal
   */
  public static List<Double> linSpace(double from, double to, long count) {
    ends(from, to, count);
    BigDecimal start = BigDecimal.valueOf(from);
    BigDecimal length = BigDecimal.valueOf(to).subtract(start);
    return list(
        count,
        i ->
            isEnd(i, count)
                ? (i == 0 ? from : to)
                : start
                    .add(
                        length
                            .multiply(BigDecimal.valueOf(i))
                            .divide(last(count), Decimals.CONTEXT))
                    .doubleValue());
  }

  /**
   * Returns {@code count} numbers with equal ratios. Both ends are included and exact: from 1e-2 to
   * 1e-6 with count 5 gives 0.01, 0.001, ….
   *
   * @param from &gt; 0
   * @param to &gt; 0
   * @param count ≥ 2, or 1 if the ends are equal
   */
  public static List<Double> logSpace(double from, double to, long count) {
    positive(from, to);
    ends(from, to, count);
    double low = StrictMath.log10(from);
    double high = StrictMath.log10(to);
    return list(
        count,
        i ->
            isEnd(i, count)
                ? (i == 0 ? from : to)
                : clean(StrictMath.pow(10, low + (high - low) * i / (count - 1))));
  }

  /**
   * Returns {@code count} uniform random numbers in [from, to). A larger count begins with the same
   * numbers.
   */
  public static List<Double> uniform(double from, double to, long count, long seed, String path) {
    ordered(from, to);
    UniformRandomProvider random = stream(seed, path);
    return draw(count, () -> scaled(from, to, random.nextDouble()));
  }

  /**
   * Returns {@code count} random numbers whose logarithms are uniform, with {@code 0 < from < to}.
   */
  public static List<Double> logUniform(
      double from, double to, long count, long seed, String path) {
    positive(from, to);
    ordered(from, to);
    UniformRandomProvider random = stream(seed, path);
    return draw(count, () -> logScaled(from, to, random.nextDouble()));
  }

  /** Returns {@code count} normal random numbers, with {@code deviation} &gt; 0. */
  public static List<Double> normal(
      double mean, double deviation, long count, long seed, String path) {
    if (!(finite(deviation) > 0)) {
      throw new IllegalArgumentException("has deviation " + deviation + ", must be > 0");
    }
    finite(mean);
    var sampler = ZigguratSampler.NormalizedGaussian.of(stream(seed, path));
    return draw(count, () -> mean + deviation * sampler.sample());
  }

  /**
   * Returns the first {@code count} points of the Sobol sequence (Joe &amp; Kuo 2008), scaled to
   * the intervals.
   *
   * @param intervals one for each path, at most 1000
   * @return the values by point, then by path
   */
  public static List<List<Double>> sobol(List<Interval> intervals, long count) {
    if (intervals.isEmpty() || intervals.size() > 1000) {
      throw new IllegalArgumentException(
          "has " + intervals.size() + " paths, must be between 1 and 1000");
    }
    SobolSequenceGenerator sequence = new SobolSequenceGenerator(intervals.size());
    List<List<Double>> points = new ArrayList<>();
    for (int i = 0; i < counted(count); i++) {
      double[] unit = sequence.nextVector();
      List<Double> point = new ArrayList<>();
      for (int d = 0; d < unit.length; d++) {
        point.add(intervals.get(d).at(unit[d]));
      }
      points.add(point);
    }
    return points;
  }

  /**
   * Returns one axis that changes all the paths of {@code axes} together. The axes must have
   * equally many values.
   */
  public static Axis zip(List<Axis> axes) {
    List<String> paths = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (Axis axis : axes) {
      if (axis.size() != axes.get(0).size()) {
        throw new IllegalArgumentException(
            "zips " + axes.get(0).size() + " values with " + axis.size() + ", must be as many");
      }
      for (String path : axis.paths()) {
        if (!seen.add(path)) {
          throw new IllegalArgumentException("zips " + path + " twice");
        }
        paths.add(path);
      }
    }
    List<List<Object>> values = new ArrayList<>();
    for (int i = 0; i < axes.get(0).size(); i++) {
      List<Object> digit = new ArrayList<>();
      for (Axis axis : axes) {
        digit.addAll(axis.values().get(i));
      }
      values.add(digit);
    }
    return new Axis(paths, values, "");
  }

  /**
   * The range of one Sobol dimension.
   *
   * @param isLog whether the logarithm is uniform
   */
  public record Interval(double from, double to, boolean isLog) {

    /** Requires {@code from < to}, and {@code from > 0} with {@code isLog}. */
    public Interval {
      ordered(from, to);
      if (isLog) {
        positive(from, to);
      }
    }

    double at(double unit) {
      return isLog ? logScaled(from, to, unit) : scaled(from, to, unit);
    }
  }

  private static double scaled(double from, double to, double unit) {
    return from + (to - from) * unit;
  }

  private static double logScaled(double from, double to, double unit) {
    double low = StrictMath.log(from);
    double x = StrictMath.exp(low + (StrictMath.log(to) - low) * unit);
    return unit == 0 ? from : Math.min(Math.max(x, from), to);
  }

  /** Returns the decimal of 15 digits that equals {@code x} up to rounding, or else {@code x}. */
  private static double clean(double x) {
    double near = new BigDecimal(x).round(new MathContext(15)).doubleValue();
    return Math.abs(near - x) <= 4 * Math.ulp(x) ? near : x;
  }

  // Each path has a random stream of its own, so two axes with one seed are independent.
  private static UniformRandomProvider stream(long seed, String path) {
    return RandomStreams.stream(seed, "axis." + path);
  }

  private static boolean isEnd(int i, long count) {
    return i == 0 || i == count - 1;
  }

  private static BigDecimal last(long count) {
    return BigDecimal.valueOf(count - 1);
  }

  private static List<Double> draw(long count, DoubleSupplier next) {
    return list(count, i -> next.getAsDouble());
  }

  private static List<Double> list(long count, IntToDoubleFunction value) {
    List<Double> values = new ArrayList<>();
    for (int i = 0; i < counted(count); i++) {
      values.add(value.applyAsDouble(i));
    }
    return values;
  }

  private static int counted(long count) {
    if (count < 1 || count > LIMIT) {
      throw new IllegalArgumentException("has count " + count + ", must be between 1 and " + LIMIT);
    }
    return (int) count;
  }

  private static void ends(double from, double to, long count) {
    if (count == 1 && finite(from) != finite(to)) {
      throw new IllegalArgumentException("has count 1, must be at least 2 to reach both ends");
    }
    finite(to - from);
  }

  private static void positive(double from, double to) {
    if (!(from > 0 && to > 0)) {
      throw new IllegalArgumentException(
          "goes from " + from + " to " + to + " by ratio, must be > 0 at both ends");
    }
  }

  private static void ordered(double from, double to) {
    if (!(from < to)) {
      throw new IllegalArgumentException(
          "goes from " + from + " to " + to + ", must end above its start");
    }
    finite(to - from);
  }

  private static double finite(double x) {
    if (!Double.isFinite(x)) {
      throw new IllegalArgumentException("has " + x + ", must be a finite number");
    }
    return x;
  }
}
