package org.basin.nn.optimiser;

import java.util.List;
import java.util.Optional;
import org.apache.commons.rng.UniformRandomProvider;
import org.basin.nn.Minibatch;
import org.basin.nn.Optimiser;
import org.basin.nn.Parameters;
import org.basin.nn.Shape;
import org.basin.nn.UpdateForm;

/**
 * Gradient descent with momentum μ and weight decay λ, as in PyTorch's {@code SGD}: g ← ∇L(w) + λw;
 * v ← μv + g, with v = 0 at the start; w ← w − ηv (heavy ball), or w ← w − η(g + μv) (Nesterov's
 * momentum, in the form of Sutskever et al. 2013). The loss is over the full batch, a minibatch or
 * fresh samples.
 */
final class GradientDescent implements Optimiser {

  private final StepSizes steps;
  private final double momentum;
  private final boolean nesterov;
  private final double weightDecay;
  private final Minibatch minibatch;

  /**
   * @param minibatch null for the full batch
   */
  GradientDescent(
      StepSizes steps, double momentum, boolean nesterov, double weightDecay, Minibatch minibatch) {
    this.steps = steps;
    this.momentum = momentum;
    this.nesterov = nesterov;
    this.weightDecay = weightDecay;
    this.minibatch = minibatch;
  }

  @Override
  public Optional<UpdateForm> form() {
    return Optional.of(new UpdateForm.Descent(momentum, nesterov, weightDecay));
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
    return momentum == 0 ? 1 : 2;
  }

  @Override
  public double copies() {
    return momentum == 0 ? 0 : 1;
  }

  @Override
  public State start(Parameters initial, UniformRandomProvider noise) {
    Parameters velocity = momentum == 0 ? null : new Parameters(initial.shapes());
    double[] scales = steps.scales(initial.shapes());
    return (parameters, gradient, step, objective) -> {
      for (int t = 0; t < parameters.count(); t++) {
        if (parameters.isTrained(t)) {
          double[] w = parameters.get(t).data();
          double[] g = gradient.get(t).data();
          double[] v = velocity == null ? null : velocity.get(t).data();
          move(w, g, v, step * scales[t]);
        }
      }
    };
  }

  /**
   * Updates a tensor in a single pass over its arrays, because for a large tensor memory traffic is
   * the cost.
   *
   * @param v the velocity; null without momentum
   */
  private void move(double[] w, double[] g, double[] v, double step) {
    if (v != null && nesterov) {
      for (int i = 0; i < w.length; i++) {
        double d = weightDecay == 0 ? g[i] : g[i] + weightDecay * w[i];
        v[i] = momentum * v[i] + d;
        w[i] -= step * (d + momentum * v[i]);
      }
    } else if (v == null && weightDecay == 0) {
      for (int i = 0; i < w.length; i++) {
        w[i] -= step * g[i];
      }
    } else if (v == null) {
      for (int i = 0; i < w.length; i++) {
        w[i] -= step * (g[i] + weightDecay * w[i]);
      }
    } else if (weightDecay == 0) { // A term 0·w would be NaN where w is infinite.
      for (int i = 0; i < w.length; i++) {
        v[i] = momentum * v[i] + g[i];
        w[i] -= step * v[i];
      }
    } else {
      for (int i = 0; i < w.length; i++) {
        v[i] = momentum * v[i] + (g[i] + weightDecay * w[i]);
        w[i] -= step * v[i];
      }
    }
  }
}
