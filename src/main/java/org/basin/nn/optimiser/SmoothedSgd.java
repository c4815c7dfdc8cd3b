package org.basin.nn.optimiser;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.basin.linalg.Matrix;
import org.basin.nn.Minibatch;
import org.basin.nn.Objective;
import org.basin.nn.Optimiser;
import org.basin.nn.Parameters;
import org.basin.nn.Shape;
import org.basin.settings.SpecException;

/**
 * SGD on a smoothed loss, in the increments W′ of the first trained tensor and V′ of the second.
 * Every gradient is computed at W₀ + W^ρ + ΣW′, V₀ + V^ρ + V′Σ, with new Gaussian noise W^ρ, V^ρ. Σ
 * is a new diagonal matrix of random signs if the settings ask for signs, else the identity. The
 * loss is that of λ times the network, plus λ_w‖√λ W′‖⁴_{2,4} + λ_v‖√λ V′‖_F². After every round of
 * updates, λ ← (1 − δ)λ. Allen-Zhu, Li &amp; Liang (2019), Algorithms 2 (with signs) and 3
 * (without).
 *
 * <p>The trial's own parameters are W₀ + ΣW′, V₀ + V′Σ with the last Σ and without noise. The
 * factor λ is part of the output weights, which are not trained. So a probe sees λ times the
 * network, which is the algorithms' output up to the noise. Each update computes a gradient of its
 * own and does not use the one at the trial's parameters.
 */
final class SmoothedSgd implements Optimiser {

  /**
   * The noise and the penalties of the two increments.
   *
   * @param noise the standard deviation of W^ρ
   * @param secondNoise the standard deviation of V^ρ
   * @param penalty λ_w, the factor on the fourth powers of the row norms of W′
   * @param secondPenalty λ_v, the factor on the squares of V′
   */
  record Smoothing(double noise, double secondNoise, double penalty, double secondPenalty) {}

  /**
   * The shrinking of the factor λ on the network.
   *
   * @param share δ in [0, 1)
   * @param round the number of updates in a round, ≥ 1
   */
  record Shrinking(double share, long round) {}

  private final StepSizes steps;
  private final Minibatch minibatch;
  private final Smoothing smoothing;
  private final Shrinking shrinking;
  private final boolean signs;

  SmoothedSgd(
      StepSizes steps,
      Minibatch minibatch,
      Smoothing smoothing,
      Shrinking shrinking,
      boolean signs) {
    this.steps = steps;
    this.minibatch = minibatch;
    this.smoothing = smoothing;
    this.shrinking = shrinking;
    this.signs = signs;
  }

  @Override
  public double stepSize(long step) {
    return steps.at(step);
  }

  @Override
  public double stepScale(Shape tensor) {
    return steps.scale(tensor);
  }

  @Override
  public void check(List<Shape> tensors) {
    steps.check(tensors);
  }

  @Override
  public Minibatch minibatch() {
    return minibatch;
  }

  @Override
  public double gradientsPerStep() {
    return 2;
  }

  /** Most of this is the cost of drawing a normal number for each parameter. */
  @Override
  public double passesPerStep() {
    return 14;
  }

  @Override
  public double copies() {
    return 3;
  }

  /**
   * {@inheritDoc}
   *
   * @throws SpecException unless one or two tensors are trained, the second with as many columns as
   *     the first has rows; and if λ shrinks while the output weights are trained
   */
  @Override
  public State start(Parameters initial, UniformRandomProvider noise) {
    List<Integer> trained =
        IntStream.range(0, initial.count()).filter(initial::isTrained).boxed().toList();
    int output = initial.count() - 1;
    while (output > 0 && initial.shapes().get(output).name().endsWith(".bias")) {
      output--;
    }
    boolean fit =
        trained.size() == 1
            || (trained.size() == 2
                && initial.get(trained.get(1)).columns() == initial.get(trained.get(0)).rows());
    if (!fit) {
      throw new SpecException(
          "optimiser.kind",
          "is smoothed-sgd, which trains the weights of one or two hidden layers and nothing else");
    }
    if (shrinking.share > 0 && initial.isTrained(output)) {
      throw new SpecException(
          "optimiser.shrink", "is given, must be 0 where the output weights are trained");
    }
    return new Increments(initial.copy(), trained, output, noise);
  }

  private final class Increments implements State {

    private final Parameters initial;
    private final List<Integer> trained;
    private final int output;
    private final UniformRandomProvider stream;
    private final ZigguratSampler.NormalizedGaussian normal;
    private final Parameters increment;
    private final Parameters point;
    private final double[] sign;
    private final double[] scales;
    private double weight = 1;
    private long updates;

    Increments(
        Parameters initial, List<Integer> trained, int output, UniformRandomProvider stream) {
      this.initial = initial;
      this.trained = trained;
      this.output = output;
      this.stream = stream;
      this.normal = ZigguratSampler.NormalizedGaussian.of(stream);
      this.increment = new Parameters(initial.shapes());
      this.point = initial.copy();
      this.sign = new double[initial.get(trained.get(0)).rows()];
      Arrays.fill(sign, 1);
      this.scales = steps.scales(initial.shapes());
    }

    @Override
    public void update(
        Parameters parameters, Parameters gradient, double stepSize, Objective objective) {
      drawSigns();
      point.copyFrom(parameters);
      for (int k = 0; k < trained.size(); k++) {
        place(point, k, k == 0 ? smoothing.noise : smoothing.secondNoise);
      }
      objective.gradient(point, gradient);
      for (int k = 0; k < trained.size(); k++) {
        int t = trained.get(k);
        descend(k, gradient.get(t), stepSize * scales[t]);
        place(parameters, k, 0);
      }
      updates++;
      if (updates % shrinking.round == 0 && shrinking.share > 0) {
        weight *= 1 - shrinking.share;
        double[] first = initial.get(output).data();
        double[] now = parameters.get(output).data();
        for (int i = 0; i < now.length; i++) {
          now[i] = weight * first[i];
        }
      }
    }

    private void drawSigns() {
      for (int j = 0; signs && j < sign.length; j++) {
        sign[j] = stream.nextBoolean() ? 1 : -1;
      }
    }

    /**
     * Sets the tensor of increment {@code k} to the sum of its initial value, ΣW′ or V′Σ, and
     * noise.
     */
    private void place(Parameters to, int k, double std) {
      Matrix start = initial.get(trained.get(k));
      Matrix moved = increment.get(trained.get(k));
      Matrix result = to.get(trained.get(k));
      for (int c = 0, i = 0; c < result.columns(); c++) {
        for (int r = 0; r < result.rows(); r++, i++) {
          double random = std == 0 ? 0 : std * normal.sample();
          result.data()[i] = start.data()[i] + sign[k == 0 ? r : c] * moved.data()[i] + random;
        }
      }
    }

    /** Updates an increment: D ← D − η(Σ∘∇L + ∇R). */
    private void descend(int k, Matrix gradient, double stepSize) {
      Matrix moved = increment.get(trained.get(k));
      double[] squares = k == 0 ? rowSquares(moved) : new double[0];
      for (int c = 0, i = 0; c < moved.columns(); c++) {
        for (int r = 0; r < moved.rows(); r++, i++) {
          double d = moved.data()[i];
          double penalty =
              k == 0
                  ? 4 * smoothing.penalty * weight * weight * squares[r] * d
                  : 2 * smoothing.secondPenalty * weight * d;
          moved.data()[i] -= stepSize * (sign[k == 0 ? r : c] * gradient.data()[i] + penalty);
        }
      }
    }

    private static double[] rowSquares(Matrix matrix) {
      double[] squares = new double[matrix.rows()];
      for (int c = 0, i = 0; c < matrix.columns(); c++) {
        for (int r = 0; r < squares.length; r++, i++) {
          squares[r] += matrix.data()[i] * matrix.data()[i];
        }
      }
      return squares;
    }
  }
}
