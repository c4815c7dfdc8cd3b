package org.basin.kernel.doubles;

import org.basin.nn.ActivationForm;

/** The activations of one lane in plain Java. */
public final class PlainActivations {

  /** √(2/π). */
  public static final double GELU_SCALE = Real.of(0.7978845608028654);

  public static final double GELU_CUBIC = Real.of(0.044715);

  /** φ(0) = 1/√(2π). */
  public static final double DENSITY_AT_ZERO = Real.of(0.3989422804014327);

  private PlainActivations() {}

  /** Returns an activation. */
  public static LaneActivation of(ActivationForm form) {
    double parameter = Real.of(form.parameter());
    return switch (form.kind()) {
      case IDENTITY -> new Identity();
      case RELU -> parameter == 0 ? new Relu() : new SlopedRelu(parameter);
      case LEAKY_RELU -> new LeakyRelu(parameter);
      case ELU -> new Elu(parameter);
      case SQUARED_RELU -> new SquaredRelu();
      case SIGMOID -> new Sigmoid();
      case TANH -> new Tanh();
      case SOFTPLUS -> new Softplus();
      case SILU -> new Silu();
      case GELU -> new Gelu();
      case GELU_BY_TANH -> new GeluByTanh();
    };
  }

  private abstract static class OfOneLane implements LaneActivation {

    private double[] delta = {};

    @Override
    public final void pullOne(
        OneOutput map, int examples, double[] d, double[] a, double[] slopes) {
      int units = map.units();
      if (delta.length < units * examples) {
        delta = new double[units * examples];
      }
      double[] g = map.gradient().data();
      for (int e = 0, i = 0; e < examples; e++) {
        for (int j = 0; j < units; j++, i++) {
          int at = map.gradient().at() + j * map.gradient().across();
          g[at] = Math.fma(d[e], a[i], g[at]);
          delta[i] = weight(map, j) * d[e] + 0; // A zero is positive, as in products.
        }
      }
      pull(a, slopes, delta, units * examples);
      double[] b = map.biases().data();
      for (int e = 0, i = 0; e < examples; e++) {
        for (int j = 0; j < units; j++, i++) {
          b[map.biases().at() + j * map.biases().down()] += delta[i];
        }
      }
      System.arraycopy(delta, 0, a, 0, units * examples);
    }

    private static double weight(OneOutput map, int j) {
      return map.weights().data()[map.weights().at() + j * map.weights().across()];
    }
  }

  /** One whose derivative follows from its value. */
  private abstract static class WithoutSlopes extends OfOneLane {

    @Override
    public final boolean hasSlopes() {
      return false;
    }
  }

  private abstract static class WithSlopes extends OfOneLane {

    @Override
    public final boolean hasSlopes() {
      return true;
    }

    @Override
    public final void pull(double[] a, double[] slopes, double[] d, int count) {
      for (int i = 0; i < count; i++) {
        d[i] *= slopes[i];
      }
    }
  }

  /** z. */
  private static final class Identity extends WithoutSlopes {

    @Override
    public void apply(double[] z, double[] a, double[] slopes, int count) {
      System.arraycopy(z, 0, a, 0, count);
    }

    @Override
    public void pull(double[] a, double[] slopes, double[] d, int count) {}
  }

  /** max(0, z), with derivative 0 at 0. */
  private static final class Relu extends WithoutSlopes {

    @Override
    public void apply(double[] z, double[] a, double[] slopes, int count) {
      for (int i = 0; i < count; i++) {
        a[i] = z[i] <= 0 ? 0 : z[i]; // NaN stays.
      }
    }

    @Override
    public void pull(double[] a, double[] slopes, double[] d, int count) {
      for (int i = 0; i < count; i++) {
        d[i] = a[i] > 0 ? d[i] : 0;
      }
    }
  }

  /** max(0, z), with another derivative at 0. */
  private static final class SlopedRelu extends WithSlopes {

    private final double atZero;

    SlopedRelu(double atZero) {
      this.atZero = atZero;
    }

    @Override
    public void apply(double[] z, double[] a, double[] slopes, int count) {
      for (int i = 0; i < count; i++) {
        double x = z[i];
        slopes[i] = x > 0 ? 1 : x == 0 ? atZero : 0;
        a[i] = x <= 0 ? 0 : x;
      }
    }
  }

  /** z for z &gt; 0, else αz. */
  private static final class LeakyRelu extends WithSlopes {

    private final double slope;

    LeakyRelu(double slope) {
      this.slope = slope;
    }

    @Override
    public void apply(double[] z, double[] a, double[] slopes, int count) {
      for (int i = 0; i < count; i++) {
        double x = z[i];
        slopes[i] = x > 0 ? 1 : slope;
        a[i] = x > 0 ? x : slope * x;
      }
    }
  }

  /** z for z &gt; 0, else α(e^z − 1). */
  private static final class Elu extends WithSlopes {

    private final double scale;

    Elu(double scale) {
      this.scale = scale;
    }

    @Override
    public void apply(double[] z, double[] a, double[] slopes, int count) {
      for (int i = 0; i < count; i++) {
        double x = z[i];
        slopes[i] = x > 0 ? 1 : scale * LaneMath.exp(-Math.abs(x));
        a[i] = x > 0 ? x : scale * LaneMath.expm1OfMinusAbs(x);
      }
    }
  }

  /** max(0, z)². */
  private static final class SquaredRelu extends WithSlopes {

    @Override
    public void apply(double[] z, double[] a, double[] slopes, int count) {
      for (int i = 0; i < count; i++) {
        double positive = z[i] <= 0 ? 0 : z[i];
        slopes[i] = 2 * positive;
        a[i] = positive * positive;
      }
    }
  }

  /** 1 / (1 + e^{−z}). */
  private static final class Sigmoid extends WithoutSlopes {

    @Override
    public void apply(double[] z, double[] a, double[] slopes, int count) {
      for (int i = 0; i < count; i++) {
        a[i] = LaneMath.sigmoid(z[i]);
      }
    }

    @Override
    public void pull(double[] a, double[] slopes, double[] d, int count) {
      for (int i = 0; i < count; i++) {
        d[i] *= a[i] * (1 - a[i]);
      }
    }
  }

  /** tanh z. */
  private static final class Tanh extends WithoutSlopes {

    @Override
    public void apply(double[] z, double[] a, double[] slopes, int count) {
      for (int i = 0; i < count; i++) {
        a[i] = LaneMath.tanh(z[i]);
      }
    }

    @Override
    public void pull(double[] a, double[] slopes, double[] d, int count) {
      for (int i = 0; i < count; i++) {
        d[i] *= 1 - a[i] * a[i];
      }
    }
  }

  /** ln(1 + e^z). */
  private static final class Softplus extends WithSlopes {

    @Override
    public void apply(double[] z, double[] a, double[] slopes, int count) {
      for (int i = 0; i < count; i++) {
        slopes[i] = LaneMath.sigmoid(z[i]);
        a[i] = LaneMath.softplus(z[i], slopes[i]);
      }
    }
  }

  /** z / (1 + e^{−z}). */
  private static final class Silu extends WithSlopes {

    @Override
    public void apply(double[] z, double[] a, double[] slopes, int count) {
      for (int i = 0; i < count; i++) {
        double x = z[i];
        double s = LaneMath.sigmoid(x);
        slopes[i] = s * (1 + x * (1 - s));
        a[i] = x * s;
      }
    }
  }

  /** zΦ(z), with derivative Φ(z) + zφ(z). */
  private static final class Gelu extends WithSlopes {

    @Override
    public void apply(double[] z, double[] a, double[] slopes, int count) {
      for (int i = 0; i < count; i++) {
        double x = z[i];
        double bell = LaneMath.bell(x);
        double share = LaneMath.normal(x, bell);
        slopes[i] = share + x * (DENSITY_AT_ZERO * bell);
        a[i] = x * share;
      }
    }
  }

  /** z/2 · (1 + tanh(√(2/π)·(z + 0.044715 z³))). */
  private static final class GeluByTanh extends WithSlopes {

    @Override
    public void apply(double[] z, double[] a, double[] slopes, int count) {
      for (int i = 0; i < count; i++) {
        double x = z[i];
        double t = LaneMath.tanh(GELU_SCALE * (x + GELU_CUBIC * x * x * x));
        double inner = GELU_SCALE * (1 + 3 * GELU_CUBIC * x * x);
        slopes[i] = (1 + t) / 2 + x / 2 * (1 - t * t) * inner;
        a[i] = x / 2 * (1 + t);
      }
    }
  }
}
