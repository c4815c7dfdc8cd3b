package org.basin.kernel.doubles.vector;

import static org.basin.kernel.doubles.vector.LaneTiles.SPECIES;
import static org.basin.kernel.doubles.vector.LaneTiles.WIDTH;
import static org.basin.kernel.doubles.vector.LaneTiles.load;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorOperators;
import org.basin.kernel.doubles.LaneActivation;
import org.basin.kernel.doubles.PlainActivations;
import org.basin.kernel.doubles.Real;
import org.basin.nn.ActivationForm;

/**
 * The activations of {@link PlainActivations} with SIMD vectors. Exponentials have loops of their
 * own, as in {@link VectorMath}.
 */
final class VectorActivations {

  private VectorActivations() {}

  /** See {@link PlainActivations#of}. */
  static LaneActivation of(ActivationForm form) {
    double parameter = Real.of(form.parameter());
    return switch (form.kind()) {
      case IDENTITY -> PlainActivations.of(form);
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

  private static DoubleVector all(double x) {
    return DoubleVector.broadcast(SPECIES, x);
  }

  /** d ← d · slopes. */
  private static void scale(double[] slopes, double[] d, int count) {
    for (int i = 0; i < count; i += WIDTH) {
      load(d, i).mul(load(slopes, i)).intoArray(d, i);
    }
  }

  /** max(0, z), with derivative 0 at 0. */
  private static final class Relu implements LaneActivation {

    @Override
    public boolean hasSlopes() {
      return false;
    }

    @Override
    public void apply(double[] z, double[] a, double[] slopes, int count) {
      DoubleVector zero = all(0);
      for (int i = 0; i < count; i += WIDTH) {
        DoubleVector x = load(z, i);
        x.blend(zero, x.compare(VectorOperators.LE, zero)).intoArray(a, i);
      }
    }

    @Override
    public void pull(double[] a, double[] slopes, double[] d, int count) {
      DoubleVector zero = all(0);
      for (int i = 0; i < count; i += WIDTH) {
        var isOn = load(a, i).compare(VectorOperators.GT, zero);
        zero.blend(load(d, i), isOn).intoArray(d, i);
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
      DoubleVector zero = all(0);
      DoubleVector one = all(1);
      for (int i = 0; i < count; i += WIDTH) {
        DoubleVector x = load(z, i);
        var isAbove = x.compare(VectorOperators.GT, zero);
        var isZero = x.compare(VectorOperators.EQ, zero);
        var isBelow = x.compare(VectorOperators.LT, zero);
        all(below).blend(all(atZero), isZero).blend(one, isAbove).intoArray(slopes, i);
        x.blend(x.mul(below), isBelow).intoArray(a, i);
      }
    }

    @Override
    public void pull(double[] a, double[] slopes, double[] d, int count) {
      scale(slopes, d, count);
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
      VectorMath.expm1OfNegative(z, slopes, count);
      DoubleVector zero = all(0);
      DoubleVector one = all(1);
      for (int i = 0; i < count; i += WIDTH) {
        DoubleVector x = load(z, i);
        DoubleVector e = load(slopes, i);
        var isAbove = x.compare(VectorOperators.GT, zero);
        e.add(1).mul(scale).blend(one, isAbove).intoArray(slopes, i);
        e.mul(scale).blend(x, isAbove).intoArray(a, i);
      }
    }

    @Override
    public void pull(double[] a, double[] slopes, double[] d, int count) {
      scale(slopes, d, count);
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
      DoubleVector zero = all(0);
      for (int i = 0; i < count; i += WIDTH) {
        DoubleVector x = load(z, i);
        DoubleVector positive = x.blend(zero, x.compare(VectorOperators.LE, zero));
        positive.mul(2).intoArray(slopes, i);
        positive.mul(positive).intoArray(a, i);
      }
    }

    @Override
    public void pull(double[] a, double[] slopes, double[] d, int count) {
      scale(slopes, d, count);
    }
  }

  /** 1 / (1 + e^{−z}). */
  private static final class Sigmoid implements LaneActivation {

    @Override
    public boolean hasSlopes() {
      return true;
    }

    @Override
    public void apply(double[] z, double[] a, double[] slopes, int count) {
      VectorMath.expOfMinusAbs(z, slopes, count);
      DoubleVector zero = all(0);
      DoubleVector one = all(1);
      for (int i = 0; i < count; i += WIDTH) {
        DoubleVector small = load(slopes, i);
        var isNegative = load(z, i).compare(VectorOperators.LT, zero);
        one.blend(small, isNegative).div(small.add(1)).intoArray(a, i);
      }
    }

    @Override
    public void pull(double[] a, double[] slopes, double[] d, int count) {
      DoubleVector one = all(1);
      for (int i = 0; i < count; i += WIDTH) {
        DoubleVector s = load(a, i);
        load(d, i).mul(s.mul(one.sub(s))).intoArray(d, i);
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
      VectorMath.tanh(z, a, count);
    }

    @Override
    public void pull(double[] a, double[] slopes, double[] d, int count) {
      DoubleVector one = all(1);
      for (int i = 0; i < count; i += WIDTH) {
        DoubleVector t = load(a, i);
        load(d, i).mul(one.sub(t.mul(t))).intoArray(d, i);
      }
    }
  }

  /** ln(1 + e^z). */
  private static final class Softplus implements LaneActivation {

    private double[] logs = {};

    @Override
    public boolean hasSlopes() {
      return true;
    }

    @Override
    public void apply(double[] z, double[] a, double[] slopes, int count) {
      logs = logs.length < count ? new double[count] : logs;
      VectorMath.expOfMinusAbs(z, slopes, count);
      VectorMath.log1p(slopes, logs, count);
      DoubleVector zero = all(0);
      DoubleVector one = all(1);
      for (int i = 0; i < count; i += WIDTH) {
        DoubleVector x = load(z, i);
        DoubleVector small = load(slopes, i);
        var isNegative = x.compare(VectorOperators.LT, zero);
        one.blend(small, isNegative).div(small.add(1)).intoArray(slopes, i);
        x.blend(zero, x.compare(VectorOperators.LE, zero)).add(load(logs, i)).intoArray(a, i);
      }
    }

    @Override
    public void pull(double[] a, double[] slopes, double[] d, int count) {
      scale(slopes, d, count);
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
      VectorMath.expOfMinusAbs(z, slopes, count);
      DoubleVector zero = all(0);
      DoubleVector one = all(1);
      for (int i = 0; i < count; i += WIDTH) {
        DoubleVector x = load(z, i);
        DoubleVector small = load(slopes, i);
        var isNegative = x.compare(VectorOperators.LT, zero);
        DoubleVector s = one.blend(small, isNegative).div(small.add(1));
        s.mul(x.mul(one.sub(s)).add(1)).intoArray(slopes, i);
        x.mul(s).intoArray(a, i);
      }
    }

    @Override
    public void pull(double[] a, double[] slopes, double[] d, int count) {
      scale(slopes, d, count);
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
      for (int i = 0; i < count; i += WIDTH) {
        DoubleVector x = load(z, i);
        DoubleVector cubic = x.mul(PlainActivations.GELU_CUBIC).mul(x).mul(x);
        x.add(cubic).mul(PlainActivations.GELU_SCALE).intoArray(slopes, i);
      }
      VectorMath.tanh(slopes, slopes, count);
      DoubleVector one = all(1);
      for (int i = 0; i < count; i += WIDTH) {
        DoubleVector x = load(z, i);
        DoubleVector t = load(slopes, i);
        DoubleVector more = t.add(1);
        DoubleVector half = x.div(2);
        DoubleVector inner = x.mul(3 * PlainActivations.GELU_CUBIC).mul(x).add(1);
        inner = inner.mul(PlainActivations.GELU_SCALE);
        DoubleVector slope = more.div(2).add(half.mul(one.sub(t.mul(t))).mul(inner));
        slope.intoArray(slopes, i);
        half.mul(more).intoArray(a, i);
      }
    }

    @Override
    public void pull(double[] a, double[] slopes, double[] d, int count) {
      scale(slopes, d, count);
    }
  }
}
