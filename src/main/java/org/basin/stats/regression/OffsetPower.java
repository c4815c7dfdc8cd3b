package org.basin.stats.regression;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/**
 * The law y = E + A x^(−α) by least squares. For each α, E and A follow from a linear fit, so that
 * only α is searched for: {@link ExponentSearch}, then {@link GaussNewton}. α &gt; 0 makes E the
 * limit at large x, α &lt; 0 that at small x.
 *
 * <p>Undefined (NaN) with fewer than three values of x, or if no α inside the searched range is
 * best: then the curve is a straight line in ln x (α near 0) or a step.
 *
 * @param tangent the coefficients (E, A, α) and the covariance of the law made linear at them
 */
record OffsetPower(LinearModel tangent) {

  /**
   * The size of α times the range of ln x lies between these: below, the law is a line in ln x to
   * three digits; above, it is a step at one end to the last.
   */
  private static final double SMALLEST = 1e-3;

  private static final double LARGEST = 40;

  /** The trials at one x, which enter by their number and their mean. */
  private static final class Means implements NonlinearModel {
    private final OffsetCurve curve;
    private final double[] counts;
    private final double[] means;

    /** x is divided by {@code unit}. */
    Means(ScalingSample sample, double unit) {
      Map<Double, double[]> sums = new TreeMap<>();
      for (int i = 0; i < sample.count(); i++) {
        double[] sum = sums.computeIfAbsent(sample.x()[i][0] / unit, x -> new double[2]);
        sum[0]++;
        sum[1] += sample.low()[i];
      }
      this.curve = new OffsetCurve(sums.keySet().stream().mapToDouble(x -> x).toArray());
      this.counts = sums.values().stream().mapToDouble(sum -> sum[0]).toArray();
      this.means = sums.values().stream().mapToDouble(sum -> sum[1] / sum[0]).toArray();
    }

    /** The mean times √n, whose variance is that of one trial. */
    @Override
    public double value(double[] parameters, int i) {
      return Math.sqrt(counts[i]) * curve.value(parameters, i);
    }

    @Override
    public void gradient(double[] parameters, int i, double[] derivatives) {
      curve.gradient(parameters, i, derivatives);
      Arrays.setAll(derivatives, j -> derivatives[j] * Math.sqrt(counts[i]));
    }

    /** The best parameters; null if there are none. */
    double[] fit() {
      double range = Math.log(curve.x()[means.length - 1] / curve.x()[0]);
      if (means.length < 3) {
        return null;
      }
      double[] start = null;
      double least = Double.POSITIVE_INFINITY;
      double atEnds = Double.POSITIVE_INFINITY;
      for (int sign : new int[] {-1, 1}) {
        double size =
            ExponentSearch.min(
                each -> curve.line(sign * each, means, counts)[2],
                SMALLEST / range,
                LARGEST / range);
        double[] line = curve.line(sign * size, means, counts);
        if (line[2] < least) {
          least = line[2];
          start = new double[] {line[0], line[1], sign * size};
        }
        for (double end : new double[] {SMALLEST / range, LARGEST / range}) {
          atEnds = Math.min(atEnds, curve.line(sign * end, means, counts)[2]);
        }
      }
      if (!(least < atEnds)) {
        return null;
      }
      double[] scaled = means.clone();
      Arrays.setAll(scaled, i -> scaled[i] * Math.sqrt(counts[i]));
      GaussNewton fit = GaussNewton.fit(this, scaled, start);
      return fit == null ? null : fit.parameters();
    }
  }

  static OffsetPower of(ScalingSample sample) {
    double[] logs = new double[sample.count()];
    Arrays.setAll(logs, i -> Math.log(sample.x()[i][0]));
    double low = Arrays.stream(logs).min().orElse(0);
    double unit = Math.exp((low + Arrays.stream(logs).max().orElse(0)) / 2);
    double[] best = new Means(sample, unit).fit();
    int n = sample.count();
    if (best == null) {
      return new OffsetPower(LinearModel.of(new double[n][3], new double[n]));
    }
    // A (x/unit)^(−α) = A unit^α · x^(−α).
    double[] law = {best[0], best[1] * Math.pow(unit, best[2]), best[2]};
    OffsetCurve curve = new OffsetCurve(Arrays.stream(sample.x()).mapToDouble(x -> x[0]).toArray());
    double[][] jacobian = new double[n][3];
    double[] residuals = new double[n];
    for (int i = 0; i < n; i++) {
      curve.gradient(law, i, jacobian[i]);
      residuals[i] = sample.low()[i] - curve.value(law, i);
    }
    return new OffsetPower(LinearModel.linearised(law, jacobian, residuals));
  }
}
