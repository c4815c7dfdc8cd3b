package org.basin.nn.optimiser;

import java.util.List;
import java.util.Optional;
import org.apache.commons.rng.UniformRandomProvider;
import org.basin.nn.Minibatch;
import org.basin.nn.Objective;
import org.basin.nn.Optimiser;
import org.basin.nn.Parameters;
import org.basin.nn.Shape;
import org.basin.nn.UpdateForm;

/**
 * Adam, Kingma &amp; Ba (2015), Algorithm 1, as in PyTorch. Update t = 1, 2, … is m ← β₁m + (1 −
 * β₁)g; v ← β₂v + (1 − β₂)g²; w ← w − η·(m / (1 − β₁ᵗ)) / (√(v / (1 − β₂ᵗ)) + ε), with m = v = 0 at
 * the start.
 *
 * <p>Weight decay λ is added to the gradient, g ← g + λw. If it is decoupled, it instead shrinks
 * the weights before the update, w ← (1 − ηλ)w; this is AdamW, Loshchilov &amp; Hutter (2019).
 */
final class Adam implements Optimiser {

  private final StepSizes steps;
  private final UpdateForm.Adam constants;
  private final Minibatch minibatch;

  /**
   * @param minibatch null for the full batch
   */
  Adam(StepSizes steps, UpdateForm.Adam constants, Minibatch minibatch) {
    this.steps = steps;
    this.constants = constants;
    this.minibatch = minibatch;
  }

  @Override
  public Optional<UpdateForm> form() {
    return Optional.of(constants);
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
  public double passesPerStep() {
    return 4;
  }

  @Override
  public State start(Parameters initial, UniformRandomProvider noise) {
    return new Moments(initial, constants, steps.scales(initial.shapes()));
  }

  private static final class Moments implements State {

    private final UpdateForm.Adam constants;
    private final double[] scales;
    private final Parameters mean;
    private final Parameters square;
    private double updates;

    Moments(Parameters initial, UpdateForm.Adam constants, double[] scales) {
      this.constants = constants;
      this.scales = scales;
      this.mean = new Parameters(initial.shapes());
      this.square = new Parameters(initial.shapes());
    }

    @Override
    public void update(
        Parameters parameters, Parameters gradient, double stepSize, Objective objective) {
      updates++;
      double correction = 1 - Math.pow(constants.beta1(), updates);
      double root = Math.sqrt(1 - Math.pow(constants.beta2(), updates));
      for (int t = 0; t < parameters.count(); t++) {
        if (parameters.isTrained(t)) {
          double[] w = parameters.get(t).data();
          double[] g = gradient.get(t).data();
          double own = stepSize * scales[t];
          decay(w, g, own);
          update(w, g, mean.get(t).data(), square.get(t).data(), own / correction, root);
        }
      }
    }

    private void decay(double[] w, double[] g, double stepSize) {
      double decay = constants.weightDecay();
      if (decay == 0) {
        return;
      }
      for (int i = 0; i < w.length; i++) {
        if (constants.decoupled()) {
          w[i] *= 1 - stepSize * decay;
        } else {
          g[i] += decay * w[i];
        }
      }
    }

    private void update(double[] w, double[] g, double[] m, double[] v, double rate, double root) {
      for (int i = 0; i < w.length; i++) {
        m[i] += (1 - constants.beta1()) * (g[i] - m[i]);
        v[i] = constants.beta2() * v[i] + (1 - constants.beta2()) * g[i] * g[i];
        w[i] -= rate * m[i] / (Math.sqrt(v[i]) / root + constants.epsilon());
      }
    }
  }
}
