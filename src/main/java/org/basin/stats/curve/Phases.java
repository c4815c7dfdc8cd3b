package org.basin.stats.curve;

import java.util.Arrays;
import java.util.List;
import org.hipparchus.util.MathArrays;

/**
 * The phases of one curve, and the plateau among them.
 *
 * <p>The curve is divided into lines by {@link ChangePoints}, on one of two scales: y against n, or
 * ln |y| against ln(n + 1), where a power law is one line. A further phase costs the penalty times
 * σ²; σ is the standard deviation of the noise, or the resolution's part of the curve's range if
 * that is greater.
 *
 * <p>A plateau is a run of neighbouring phases whose lines stay within a band of {@code flatness}
 * of the curve's range. The curve's plateau is the one with the most steps of those from which the
 * curve escapes, that is, which end before the curve does. If there is none, it is the flat run at
 * the curve's end, if any.
 *
 * @param phases the phases, by step; none if fewer than two observations are usable
 * @param plateauFrom the first step of the plateau; −1 if there is none
 * @param plateauTo its last step; −1 if there is none
 * @param escaped whether another phase follows the plateau
 */
public record Phases(List<Phase> phases, long plateauFrom, long plateauTo, boolean escaped) {

  /** The standard deviation of normal numbers over the median of their absolute values. */
  private static final double NORMAL = 1.482602218505602;

  private static final double ROUNDING = Math.ulp(1.0);
  private static final Phases NONE = new Phases(List.of(), -1, -1, false);

  public Phases {
    phases = List.copyOf(phases);
  }

  /** How a curve is divided. */
  public record Options(
      boolean logarithmic,
      double penalty,
      double resolution,
      double flatness,
      int minLength,
      int maxPoints) {

    /**
     * Checks the options.
     *
     * @param logarithmic whether ln |y| is divided, against ln(n + 1)
     * @param penalty what a further phase costs, in σ²; NaN for 3 ln n: by BIC, two parameters of a
     *     line and its place (Schwarz 1978, Ann. Stat. 6:461)
     * @param resolution the part of the curve's range below which nothing is a phase, above 0
     * @param flatness the part of the curve's range that a plateau may span, above 0
     * @param minLength the min number of observations in a phase, &ge; 3: two for the line, and one
     *     around it
     * @param maxPoints the max number of observations that are divided, &ge; 3; the search takes
     *     the square of it
     * @throws IllegalArgumentException if one is out of its range
     */
    public Options {
      if (!(resolution > 0 && flatness > 0)) {
        throw new IllegalArgumentException("resolution and flatness must be above 0");
      }
      if (minLength < 3 || maxPoints < 3) {
        throw new IllegalArgumentException("minLength and maxPoints must be at least 3");
      }
    }
  }

  /** The number of steps on the plateau, from its first to its last; NaN unless escaped. */
  public double length() {
    return escaped ? (double) (plateauTo - plateauFrom) : Double.NaN;
  }

  /**
   * Divides a curve. It begins at the first finite value and ends before the first value that is
   * not finite, and on the logarithmic scale before the first that is 0, of another sign, or at
   * most 2^−52 of the greatest.
   *
   * @param steps the steps, ascending. Not modified.
   * @param values the curve at these steps. Not modified.
   * @throws IllegalArgumentException if the arrays differ in length
   */
  public static Phases of(long[] steps, double[] values, Options options) {
    if (steps.length != values.length) {
      throw new IllegalArgumentException(steps.length + " steps, " + values.length + " values");
    }
    int[] used = used(values, options);
    int n = used.length;
    if (n < 2) {
      return NONE;
    }
    double[] x = new double[n];
    double[] z = new double[n];
    for (int i = 0; i < n; i++) {
      double value = values[used[i]];
      double step = steps[used[i]];
      x[i] = options.logarithmic() ? Math.log1p(step) : step;
      z[i] = options.logarithmic() ? Math.log(Math.abs(value)) : value;
    }
    double low = Arrays.stream(z).min().orElseThrow();
    double range = Arrays.stream(z).max().orElseThrow() - low;
    double[] scaledX = scaled(x, x[0], x[n - 1] - x[0]);
    double[] scaledZ = scaled(z, low, range > 0 ? range : 1);
    double sigma = Math.max(noise(scaledX, scaledZ), options.resolution());
    double penalty = Double.isNaN(options.penalty()) ? 3 * Math.log(n) : options.penalty();
    ChangePoints search =
        new ChangePoints(scaledX, scaledZ, penalty * sigma * sigma, options.minLength());
    int[] starts = search.starts();
    Phase[] phases = new Phase[starts.length];
    for (int i = 0; i < starts.length; i++) {
      int end = i + 1 < starts.length ? starts[i + 1] : n;
      phases[i] = phase(steps, used, x, z, starts[i], end);
    }
    return withPlateau(phases, options.flatness() * range);
  }

  private static Phases withPlateau(Phase[] phases, double band) {
    int from = -1;
    int to = -1;
    for (int i = 0; i < phases.length; i++) {
      double low = Double.POSITIVE_INFINITY;
      double high = Double.NEGATIVE_INFINITY;
      for (int j = i; j < phases.length; j++) {
        low = Math.min(low, Math.min(phases[j].start(), phases[j].end()));
        high = Math.max(high, Math.max(phases[j].start(), phases[j].end()));
        if (high - low > band) {
          break;
        }
        if (from < 0 || isBetter(phases, i, j, from, to)) {
          from = i;
          to = j;
        }
      }
    }
    if (from < 0) {
      return new Phases(Arrays.asList(phases), -1, -1, false);
    }
    for (int i = from; i <= to; i++) {
      phases[i] = phases[i].onPlateau();
    }
    return new Phases(
        Arrays.asList(phases),
        phases[from].fromStep(),
        phases[to].toStep(),
        to + 1 < phases.length);
  }

  /** An escape first, then more steps. */
  private static boolean isBetter(Phase[] phases, int i, int j, int from, int to) {
    boolean escapes = j + 1 < phases.length;
    boolean escaped = to + 1 < phases.length;
    return escapes == escaped
        ? phases[j].toStep() - phases[i].fromStep() > phases[to].toStep() - phases[from].fromStep()
        : escapes;
  }

  private static int[] used(double[] values, Options options) {
    double greatest = Arrays.stream(values).filter(Double::isFinite).map(Math::abs).max().orElse(0);
    int begin = 0;
    while (begin < values.length && !Double.isFinite(values[begin])) {
      begin++;
    }
    int end = begin;
    while (end < values.length
        && Double.isFinite(values[end])
        && !(options.logarithmic()
            && (Math.abs(values[end]) <= ROUNDING * greatest || values[end] * values[begin] < 0))) {
      end++;
    }
    int size = end - begin;
    int n = Math.min(size, options.maxPoints());
    int[] used = new int[n];
    for (int i = 0; i < n; i++) {
      used[i] = begin + (n == size ? i : (int) Math.round(i * (size - 1.0) / (n - 1)));
    }
    return used;
  }

  private static double[] scaled(double[] values, double origin, double unit) {
    return Arrays.stream(values).map(value -> (value - origin) / unit).toArray();
  }

  /** The noise, from how far each observation is from the line between its neighbours. */
  private static double noise(double[] x, double[] z) {
    int n = z.length;
    if (n < 3) {
      return 0;
    }
    double[] distances = new double[n - 2];
    for (int i = 1; i < n - 1; i++) {
      double w = (x[i] - x[i - 1]) / (x[i + 1] - x[i - 1]);
      double between = z[i - 1] + w * (z[i + 1] - z[i - 1]);
      distances[i - 1] = Math.abs(z[i] - between) / Math.sqrt(1 + w * w + (1 - w) * (1 - w));
    }
    Arrays.sort(distances);
    int middle = distances.length / 2;
    double median =
        distances.length % 2 == 1
            ? distances[middle]
            : (distances[middle - 1] + distances[middle]) / 2;
    return NORMAL * median;
  }

  private static Phase phase(long[] steps, int[] used, double[] x, double[] z, int from, int end) {
    int count = end - from;
    double[] partX = Arrays.copyOfRange(x, from, end);
    double[] partZ = Arrays.copyOfRange(z, from, end);
    double meanX = Arrays.stream(partX).sum() / count;
    double meanZ = Arrays.stream(partZ).sum() / count;
    double[] centredX = scaled(partX, meanX, 1);
    double[] centredZ = scaled(partZ, meanZ, 1);
    double slope = dot(centredX, centredZ) / dot(centredX, centredX);
    double squares = 0;
    for (int i = 0; i < count; i++) {
      double residual = centredZ[i] - slope * centredX[i];
      squares += residual * residual;
    }
    return new Phase(
        steps[used[from]],
        steps[used[end - 1]],
        count,
        meanZ + slope * centredX[0],
        meanZ + slope * centredX[count - 1],
        count > 2 ? Math.sqrt(squares / (count - 2)) : Double.NaN,
        false);
  }

  private static double dot(double[] a, double[] b) {
    return MathArrays.linearCombination(a, b);
  }
}
