package org.basin.kernel.doubles.vector;

import static org.basin.kernel.doubles.vector.LaneTiles.SPECIES;
import static org.basin.kernel.doubles.vector.LaneTiles.WIDTH;
import static org.basin.kernel.doubles.vector.LaneTiles.load;
import static org.basin.kernel.doubles.vector.LaneTiles.store;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorOperators;
import org.basin.kernel.doubles.LaneActivation;
import org.basin.kernel.doubles.LaneArray;
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
      case IDENTITY -> new VectorIdentity();
      case RELU -> parameter == 0 ? new VectorRelu() : new SlopedRelu(parameter);
      case LEAKY_RELU -> new LeakyRelu(parameter);
      case ELU -> new Elu(parameter);
      case SQUARED_RELU -> new SquaredRelu();
      case SIGMOID -> new VectorSigmoid();
      case TANH -> new VectorTanh();
      case SOFTPLUS -> new Softplus();
      case SILU -> new Silu();
      case GELU -> new Gelu();
      case GELU_BY_TANH -> new GeluByTanh();
    };
  }

  private static DoubleVector all(double x) {
    return DoubleVector.broadcast(SPECIES, x);
  }

  /** max(0, z), with another derivative at 0. */
  private static final class SlopedRelu extends VectorSloped {

    private final double atZero;

    SlopedRelu(double atZero) {
      this.atZero = atZero;
    }

    @Override
    public void apply(LaneArray z, LaneArray a, LaneArray slopes, int count) {
      DoubleVector zero = all(0);
      DoubleVector one = all(1);
      for (int i = 0; i < count; i += WIDTH) {
        DoubleVector x = load(z, i);
        var isAbove = x.compare(VectorOperators.GT, zero);
        var isZero = x.compare(VectorOperators.EQ, zero);
        store(zero.blend(all(atZero), isZero).blend(one, isAbove), slopes, i);
        store(x.blend(zero, x.compare(VectorOperators.LE, zero)), a, i);
      }
    }
  }

  /** z for z &gt; 0, else αz. */
  private static final class LeakyRelu extends VectorSloped {

    private final double slope;

    LeakyRelu(double slope) {
      this.slope = slope;
    }

    @Override
    public void apply(LaneArray z, LaneArray a, LaneArray slopes, int count) {
      DoubleVector zero = all(0);
      DoubleVector one = all(1);
      for (int i = 0; i < count; i += WIDTH) {
        DoubleVector x = load(z, i);
        var isAbove = x.compare(VectorOperators.GT, zero);
        store(all(slope).blend(one, isAbove), slopes, i);
        store(x.mul(slope).blend(x, isAbove), a, i);
      }
    }
  }

  /** z for z &gt; 0, else α(e^z − 1). */
  private static final class Elu extends VectorSloped {

    private final double scale;

    Elu(double scale) {
      this.scale = scale;
    }

    @Override
    public void apply(LaneArray z, LaneArray a, LaneArray slopes, int count) {
      VectorMath.expOfMinusAbs(z, slopes, count);
      DoubleVector zero = all(0);
      DoubleVector one = all(1);
      for (int i = 0; i < count; i += WIDTH) {
        var isAbove = load(z, i).compare(VectorOperators.GT, zero);
        store(load(slopes, i).mul(scale).blend(one, isAbove), slopes, i);
      }
      applyBelow(z, a, count);
    }

    private void applyBelow(LaneArray z, LaneArray a, int count) {
      DoubleVector zero = all(0);
      for (int i = 0; i < count; i += WIDTH) {
        DoubleVector x = load(z, i);
        DoubleVector below = VectorMath.expm1OfMinusAbs(x).mul(scale);
        store(below.blend(x, x.compare(VectorOperators.GT, zero)), a, i);
      }
    }
  }

  /** max(0, z)². */
  private static final class SquaredRelu extends VectorSloped {

    @Override
    public void apply(LaneArray z, LaneArray a, LaneArray slopes, int count) {
      DoubleVector zero = all(0);
      for (int i = 0; i < count; i += WIDTH) {
        DoubleVector x = load(z, i);
        DoubleVector positive = x.blend(zero, x.compare(VectorOperators.LE, zero));
        store(positive.mul(2), slopes, i);
        store(positive.mul(positive), a, i);
      }
    }
  }

  /** ln(1 + e^z). */
  private static final class Softplus extends VectorSloped {

    @Override
    public void apply(LaneArray z, LaneArray a, LaneArray slopes, int count) {
      VectorMath.sigmoid(z, slopes, count);
      VectorMath.softplus(z, slopes, a, count);
    }
  }

  /** z / (1 + e^{−z}). */
  private static final class Silu extends VectorSloped {

    @Override
    public void apply(LaneArray z, LaneArray a, LaneArray slopes, int count) {
      VectorMath.sigmoid(z, slopes, count);
      DoubleVector one = all(1);
      for (int i = 0; i < count; i += WIDTH) {
        DoubleVector x = load(z, i);
        DoubleVector s = load(slopes, i);
        store(s.mul(x.mul(one.sub(s)).add(1)), slopes, i);
        store(x.mul(s), a, i);
      }
    }
  }

  /** zΦ(z), with derivative Φ(z) + zφ(z). */
  private static final class Gelu extends VectorSloped {

    @Override
    public void apply(LaneArray z, LaneArray a, LaneArray slopes, int count) {
      VectorMath.bell(z, slopes, count);
      applyShare(z, a, slopes, count);
    }

    /** The slopes are the bells before. */
    private static void applyShare(LaneArray z, LaneArray a, LaneArray slopes, int count) {
      for (int i = 0; i < count; i += WIDTH) {
        DoubleVector x = load(z, i);
        DoubleVector bell = load(slopes, i);
        DoubleVector share = VectorMath.normal(x, bell);
        store(share.add(x.mul(bell.mul(PlainActivations.DENSITY_AT_ZERO))), slopes, i);
        store(x.mul(share), a, i);
      }
    }
  }

  /** z/2 · (1 + tanh(√(2/π)·(z + 0.044715 z³))). */
  private static final class GeluByTanh extends VectorSloped {

    @Override
    public void apply(LaneArray z, LaneArray a, LaneArray slopes, int count) {
      for (int i = 0; i < count; i += WIDTH) {
        DoubleVector x = load(z, i);
        DoubleVector cubic = x.mul(PlainActivations.GELU_CUBIC).mul(x).mul(x);
        store(x.add(cubic).mul(PlainActivations.GELU_SCALE), slopes, i);
      }
      VectorMath.tanh(slopes, slopes, count);
      DoubleVector one = all(1);
      for (int i = 0; i < count; i += WIDTH) {
        DoubleVector x = load(z, i);
        DoubleVector t = load(slopes, i);
        DoubleVector more = t.add(1);
        DoubleVector half = x.mul(0.5f);
        DoubleVector inner = x.mul(3 * PlainActivations.GELU_CUBIC).mul(x).add(1);
        inner = inner.mul(PlainActivations.GELU_SCALE);
        DoubleVector slope = more.mul(0.5f).add(half.mul(one.sub(t.mul(t))).mul(inner));
        store(slope, slopes, i);
        store(half.mul(more), a, i);
      }
    }
  }
}
