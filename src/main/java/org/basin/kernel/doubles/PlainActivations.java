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

    private LaneArray delta = LaneArray.zeros(0);

    @Override
    public final void pullOne(
        OneOutput map, int examples, LaneArray d, LaneArray a, LaneArray slopes) {
      int units = map.units();
      if (delta.length() < units * examples) {
        delta = LaneArray.zeros(units * examples);
      }
      double[] g = map.gradient().data();
      for (int e = 0, i = 0; e < examples; e++) {
        for (int j = 0; j < units; j++, i++) {
          int at = map.gradient().at() + j * map.gradient().across();
          g[at] = Math.fma(d.get(e), a.get(i), g[at]);
          delta.set(i, weight(map, j) * d.get(e) + 0); // A zero is positive, as in products.
        }
      }
      pull(a, slopes, delta, units * examples);
      double[] b = map.biases().data();
      for (int e = 0, i = 0; e < examples; e++) {
        for (int j = 0; j < units; j++, i++) {
          b[map.biases().at() + j * map.biases().down()] += delta.get(i);
        }
      }
      a.copyFrom(delta, units * examples);
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
    public final void pull(LaneArray a, LaneArray slopes, LaneArray d, int count) {
      for (int i = 0; i < count; i++) {
        d.set(i, d.get(i) * slopes.get(i));
      }
    }
  }

  /** z. */
  private static final class Identity extends WithoutSlopes {

    @Override
    public void apply(LaneArray z, LaneArray a, LaneArray slopes, int count) {
      a.copyFrom(z, count);
    }

    @Override
    public void pull(LaneArray a, LaneArray slopes, LaneArray d, int count) {}
  }

  /** max(0, z), with derivative 0 at 0. */
  private static final class Relu extends WithoutSlopes {

    @Override
    public void apply(LaneArray z, LaneArray a, LaneArray slopes, int count) {
      for (int i = 0; i < count; i++) {
        a.set(i, z.get(i) <= 0 ? 0 : z.get(i)); // NaN stays.
      }
    }

    @Override
    public void pull(LaneArray a, LaneArray slopes, LaneArray d, int count) {
      for (int i = 0; i < count; i++) {
        d.set(i, a.get(i) > 0 ? d.get(i) : 0);
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
    public void apply(LaneArray z, LaneArray a, LaneArray slopes, int count) {
      for (int i = 0; i < count; i++) {
        double x = z.get(i);
        slopes.set(i, x > 0 ? 1 : x == 0 ? atZero : 0);
        a.set(i, x <= 0 ? 0 : x);
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
    public void apply(LaneArray z, LaneArray a, LaneArray slopes, int count) {
      for (int i = 0; i < count; i++) {
        double x = z.get(i);
        slopes.set(i, x > 0 ? 1 : slope);
        a.set(i, x > 0 ? x : slope * x);
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
    public void apply(LaneArray z, LaneArray a, LaneArray slopes, int count) {
      for (int i = 0; i < count; i++) {
        double x = z.get(i);
        slopes.set(i, x > 0 ? 1 : scale * LaneMath.exp(-Math.abs(x)));
        a.set(i, x > 0 ? x : scale * LaneMath.expm1OfMinusAbs(x));
      }
    }
  }

  /** max(0, z)². */
  private static final class SquaredRelu extends WithSlopes {

    @Override
    public void apply(LaneArray z, LaneArray a, LaneArray slopes, int count) {
      for (int i = 0; i < count; i++) {
        double positive = z.get(i) <= 0 ? 0 : z.get(i);
        slopes.set(i, 2 * positive);
        a.set(i, positive * positive);
      }
    }
  }

  /** 1 / (1 + e^{−z}). */
  private static final class Sigmoid extends WithoutSlopes {

    @Override
    public void apply(LaneArray z, LaneArray a, LaneArray slopes, int count) {
      for (int i = 0; i < count; i++) {
        a.set(i, LaneMath.sigmoid(z.get(i)));
      }
    }

    @Override
    public void pull(LaneArray a, LaneArray slopes, LaneArray d, int count) {
      for (int i = 0; i < count; i++) {
        d.set(i, d.get(i) * (a.get(i) * (1 - a.get(i))));
      }
    }
  }

  /** tanh z. */
  private static final class Tanh extends WithoutSlopes {

    @Override
    public void apply(LaneArray z, LaneArray a, LaneArray slopes, int count) {
      for (int i = 0; i < count; i++) {
        a.set(i, LaneMath.tanh(z.get(i)));
      }
    }

    @Override
    public void pull(LaneArray a, LaneArray slopes, LaneArray d, int count) {
      for (int i = 0; i < count; i++) {
        d.set(i, d.get(i) * (1 - a.get(i) * a.get(i)));
      }
    }
  }

  /** ln(1 + e^z). */
  private static final class Softplus extends WithSlopes {

    @Override
    public void apply(LaneArray z, LaneArray a, LaneArray slopes, int count) {
      for (int i = 0; i < count; i++) {
        slopes.set(i, LaneMath.sigmoid(z.get(i)));
        a.set(i, LaneMath.softplus(z.get(i), slopes.get(i)));
      }
    }
  }

  /** z / (1 + e^{−z}). */
  private static final class Silu extends WithSlopes {

    @Override
    public void apply(LaneArray z, LaneArray a, LaneArray slopes, int count) {
      for (int i = 0; i < count; i++) {
        double x = z.get(i);
        double s = LaneMath.sigmoid(x);
        slopes.set(i, s * (1 + x * (1 - s)));
        a.set(i, x * s);
      }
    }
  }

  /** zΦ(z), with derivative Φ(z) + zφ(z). */
  private static final class Gelu extends WithSlopes {

    @Override
    public void apply(LaneArray z, LaneArray a, LaneArray slopes, int count) {
      for (int i = 0; i < count; i++) {
        double x = z.get(i);
        double bell = LaneMath.bell(x);
        double share = LaneMath.normal(x, bell);
        slopes.set(i, share + x * (DENSITY_AT_ZERO * bell));
        a.set(i, x * share);
      }
    }
  }

  /** z/2 · (1 + tanh(√(2/π)·(z + 0.044715 z³))). */
  private static final class GeluByTanh extends WithSlopes {

    @Override
    public void apply(LaneArray z, LaneArray a, LaneArray slopes, int count) {
      for (int i = 0; i < count; i++) {
        double x = z.get(i);
        double t = LaneMath.tanh(GELU_SCALE * (x + GELU_CUBIC * x * x * x));
        double inner = GELU_SCALE * (1 + 3 * GELU_CUBIC * x * x);
        slopes.set(i, (1 + t) / 2 + x / 2 * (1 - t * t) * inner);
        a.set(i, x / 2 * (1 + t));
      }
    }
  }
}
