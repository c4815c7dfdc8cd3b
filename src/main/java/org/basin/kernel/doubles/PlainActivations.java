package org.basin.kernel.doubles;

import org.basin.nn.ActivationForm;

/** The activations of one lane in plain Java. */
public final class PlainActivations {

  /** √(2/π). */
  public static final double GELU_SCALE = Real.of(0.7978845608028654);

  public static final double GELU_CUBIC = Real.of(0.044715);

  private PlainActivations() {}

  /**
   * Returns an activation.
   *
   * @throws IllegalArgumentException if there is none of this form
   */
  public static LaneActivation of(ActivationForm form) {
    double parameter = Real.of(form.parameter());
    return switch (form.kind()) {
      case IDENTITY -> new Identity();
      case RELU -> parameter == 0 ? new Relu() : new KinkedLine(0, parameter);
      case LEAKY_RELU -> new KinkedLine(parameter, parameter);
      case ELU -> new Elu(parameter);
      case SQUARED_RELU -> new SquaredRelu();
      case SIGMOID -> new Sigmoid();
      case TANH -> new Tanh();
      case SOFTPLUS -> new Softplus();
      case SILU -> new Silu();
      case GELU_BY_TANH -> new GeluByTanh();
      case GELU -> throw new IllegalArgumentException(form.toString());
    };
  }

  /** z. */
  private static final class Identity implements LaneActivation {

    @Override
    public boolean hasSlopes() {
      return false;
    }

    @Override
    public void apply(double[] z, double[] a, double[] slopes, int count) {
      System.arraycopy(z, 0, a, 0, count);
    }

    @Override
    public void pull(double[] a, double[] slopes, double[] d, int count) {}
  }

  /** max(0, z), with derivative 0 at 0. */
  private static final class Relu implements LaneActivation {

    @Override
    public boolean hasSlopes() {
      return false;
    }

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

  /** z for z &gt; 0, else a multiple of z. */
  private static final class KinkedLine implements LaneActivation {

    private final double below;
    private final double atZero;

    KinkedLine(double below, double atZero) {
      this.below = below;
      this.atZero = atZero;
    }

    @Override
    public boolean hasSlopes() {
      return true;
    }

    @Override
    public void apply(double[] z, double[] a, double[] slopes, int count) {
      for (int i = 0; i < count; i++) {
        double x = z[i];
        slopes[i] = x > 0 ? 1 : x == 0 ? atZero : below;
        a[i] = x > 0 ? x : x < 0 ? below * x : x;
      }
    }

    @Override
    public void pull(double[] a, double[] slopes, double[] d, int count) {
      for (int i = 0; i < count; i++) {
        d[i] *= slopes[i];
      }
    }
  }

  /** z for z &gt; 0, else α(e^z − 1). */
  private static final class Elu implements LaneActivation {

    private final double scale;

    Elu(double scale) {
      this.scale = scale;
    }

    @Override
    public boolean hasSlopes() {
      return true;
    }

    @Override
    public void apply(double[] z, double[] a, double[] slopes, int count) {
      for (int i = 0; i < count; i++) {
        double x = z[i];
        double e = LaneMath.expm1(x > 0 ? 0 : x);
        slopes[i] = x > 0 ? 1 : scale * (e + 1);
        a[i] = x > 0 ? x : scale * e;
      }
    }

    @Override
    public void pull(double[] a, double[] slopes, double[] d, int count) {
      for (int i = 0; i < count; i++) {
        d[i] *= slopes[i];
      }
    }
  }

  /** max(0, z)². */
  private static final class SquaredRelu implements LaneActivation {

    @Override
    public boolean hasSlopes() {
      return true;
    }

    @Override
    public void apply(double[] z, double[] a, double[] slopes, int count) {
      for (int i = 0; i < count; i++) {
        double positive = z[i] <= 0 ? 0 : z[i];
        slopes[i] = 2 * positive;
        a[i] = positive * positive;
      }
    }

    @Override
    public void pull(double[] a, double[] slopes, double[] d, int count) {
      for (int i = 0; i < count; i++) {
        d[i] *= slopes[i];
      }
    }
  }

  /** 1 / (1 + e^{−z}). */
  private static final class Sigmoid implements LaneActivation {

    @Override
    public boolean hasSlopes() {
      return false;
    }

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
  private static final class Tanh implements LaneActivation {

    @Override
    public boolean hasSlopes() {
      return false;
    }

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
  private static final class Softplus implements LaneActivation {

    @Override
    public boolean hasSlopes() {
      return true;
    }

    @Override
    public void apply(double[] z, double[] a, double[] slopes, int count) {
      for (int i = 0; i < count; i++) {
        double x = z[i];
        double small = LaneMath.exp(-Math.abs(x));
        slopes[i] = (x < 0 ? small : 1) / (1 + small);
        a[i] = (x <= 0 ? 0 : x) + LaneMath.log1p(small);
      }
    }

    @Override
    public void pull(double[] a, double[] slopes, double[] d, int count) {
      for (int i = 0; i < count; i++) {
        d[i] *= slopes[i];
      }
    }
  }

  /** z / (1 + e^{−z}). */
  private static final class Silu implements LaneActivation {

    @Override
    public boolean hasSlopes() {
      return true;
    }

    @Override
    public void apply(double[] z, double[] a, double[] slopes, int count) {
      for (int i = 0; i < count; i++) {
        double x = z[i];
        double s = LaneMath.sigmoid(x);
        slopes[i] = s * (1 + x * (1 - s));
        a[i] = x * s;
      }
    }

    @Override
    public void pull(double[] a, double[] slopes, double[] d, int count) {
      for (int i = 0; i < count; i++) {
        d[i] *= slopes[i];
      }
    }
  }

  /** z/2 · (1 + tanh(√(2/π)·(z + 0.044715 z³))). */
  private static final class GeluByTanh implements LaneActivation {

    @Override
    public boolean hasSlopes() {
      return true;
    }

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

    @Override
    public void pull(double[] a, double[] slopes, double[] d, int count) {
      for (int i = 0; i < count; i++) {
        d[i] *= slopes[i];
      }
    }
  }
}
