package org.basin.nn.image;

/**
 * Computes sums and affine maps of activations for each channel. The channels of a pixel are few
 * and are neighbours in memory. So the loops run over spans of many pixels, in which each channel's
 * constants are repeated, and the compiler makes vector instructions of them. Arrays of constants
 * have one number per channel.
 */
final class Channels {

  /** About how many elements a span has: enough for a loop, few enough for the nearest cache. */
  private static final int SPAN = 512;

  private final int channels;
  private final int span;

  Channels(int channels) {
    this.channels = channels;
    this.span = channels * Math.max(1, SPAN / channels);
  }

  /** Σ x for each channel. */
  double[] sum(double[] x) {
    double[] sum = new double[span];
    for (int i = 0; i < x.length; i += span) {
      addTo(sum, x, i, Math.min(span, x.length - i));
    }
    return folded(sum);
  }

  private static void addTo(double[] sum, double[] x, int i, int n) {
    for (int j = 0; j < n; j++) {
      sum[j] += x[i + j];
    }
  }

  /** Σ (x − m)² for each channel. */
  double[] squares(double[] x, double[] m) {
    double[] sum = new double[span];
    double[] mean = spread(m);
    for (int i = 0; i < x.length; i += span) {
      addSquares(sum, x, mean, i, Math.min(span, x.length - i));
    }
    return folded(sum);
  }

  private static void addSquares(double[] sum, double[] x, double[] mean, int i, int n) {
    for (int j = 0; j < n; j++) {
      double difference = x[i + j] - mean[j];
      sum[j] += difference * difference;
    }
  }

  /** Σ d(x − m) for each channel. */
  double[] products(double[] d, double[] x, double[] m) {
    double[] sum = new double[span];
    double[] mean = spread(m);
    for (int i = 0; i < x.length; i += span) {
      addProducts(sum, d, x, mean, i, Math.min(span, x.length - i));
    }
    return folded(sum);
  }

  private static void addProducts(
      double[] sum, double[] d, double[] x, double[] mean, int i, int n) {
    for (int j = 0; j < n; j++) {
      sum[j] += d[i + j] * (x[i + j] - mean[j]);
    }
  }

  /** Computes y ← a(x − m) + b. */
  void affine(double[] x, double[] m, double[] a, double[] b, double[] y) {
    double[] mean = spread(m);
    double[] slope = spread(a);
    double[] shift = spread(b);
    for (int i = 0; i < x.length; i += span) {
      affine(x, mean, slope, shift, y, i, Math.min(span, x.length - i));
    }
  }

  private static void affine(
      double[] x, double[] mean, double[] slope, double[] shift, double[] y, int i, int n) {
    for (int j = 0; j < n; j++) {
      y[i + j] = slope[j] * (x[i + j] - mean[j]) + shift[j];
    }
  }

  /** Computes d ← a·d + l(x − m) + k. */
  void combine(double[] d, double[] a, double[] x, double[] m, double[] l, double[] k) {
    double[] slope = spread(a);
    double[] mean = spread(m);
    double[] linear = spread(l);
    double[] constant = spread(k);
    for (int i = 0; i < x.length; i += span) {
      combine(d, slope, x, mean, linear, constant, i, Math.min(span, x.length - i));
    }
  }

  private static void combine(
      double[] d,
      double[] slope,
      double[] x,
      double[] mean,
      double[] linear,
      double[] constant,
      int i,
      int n) {
    for (int j = 0; j < n; j++) {
      d[i + j] = slope[j] * d[i + j] + linear[j] * (x[i + j] - mean[j]) + constant[j];
    }
  }

  /** Computes d ← a·d. */
  void scale(double[] d, double[] a) {
    double[] slope = spread(a);
    for (int i = 0; i < d.length; i += span) {
      scale(d, slope, i, Math.min(span, d.length - i));
    }
  }

  private static void scale(double[] d, double[] slope, int i, int n) {
    for (int j = 0; j < n; j++) {
      d[i + j] *= slope[j];
    }
  }

  private double[] spread(double[] constants) {
    double[] spread = new double[span];
    for (int j = 0; j < span; j += channels) {
      System.arraycopy(constants, 0, spread, j, channels);
    }
    return spread;
  }

  private double[] folded(double[] sums) {
    double[] folded = new double[channels];
    for (int j = 0; j < span; j += channels) {
      for (int c = 0; c < channels; c++) {
        folded[c] += sums[j + c];
      }
    }
    return folded;
  }
}
