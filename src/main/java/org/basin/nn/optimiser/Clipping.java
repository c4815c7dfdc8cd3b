package org.basin.nn.optimiser;

import org.apache.commons.rng.UniformRandomProvider;
import org.basin.linalg.Norms;
import org.basin.nn.Optimiser;
import org.basin.nn.Parameters;
import org.basin.settings.Key;
import org.basin.settings.Range;
import org.basin.settings.Section;

/**
 * Clips the gradient by its global norm before another optimiser uses it: g ← g · min(1, c / (‖g‖ +
 * 1e-6)), where ‖g‖ is over all trained tensors together and without weight decay. Pascanu, Mikolov
 * &amp; Bengio (2013), Algorithm 1, as in PyTorch's {@code clip_grad_norm_}.
 */
final class Clipping extends ForwardingOptimiser {

  static final Key KEY =
      Key.real(
              "clip-norm",
              Range.POSITIVE,
              "max ℓ2 norm of the loss's gradient; a longer one is scaled down; absent: no limit")
          .optional();

  /** PyTorch's guard against a division by 0. */
  private static final double GUARD = 1e-6;

  private final double greatest;

  private Clipping(Optimiser rule, double greatest) {
    super(rule);
    this.greatest = greatest;
  }

  /**
   * {@code rule} with clipping, or {@code rule} itself if the section does not ask for clipping.
   */
  static Optimiser of(Section section, Optimiser rule) {
    return section.has(KEY.name()) ? new Clipping(rule, section.real(KEY.name())) : rule;
  }

  @Override
  public State start(Parameters initial, UniformRandomProvider noise) {
    State state = rule.start(initial, noise);
    return (parameters, gradient, stepSize, objective) -> {
      clip(gradient);
      state.update(parameters, gradient, stepSize, objective);
    };
  }

  private void clip(Parameters gradient) {
    double squares = 0;
    for (int t = 0; t < gradient.count(); t++) {
      if (gradient.isTrained(t)) {
        double norm = Norms.of(gradient.get(t).data());
        squares += norm * norm;
      }
    }
    double factor = greatest / (Math.sqrt(squares) + GUARD);
    if (!(factor < 1)) {
      return; // The gradient is short enough, or NaN, which the loss will show.
    }
    for (int t = 0; t < gradient.count(); t++) {
      double[] g = gradient.get(t).data();
      for (int i = 0; i < g.length; i++) {
        g[i] *= factor;
      }
    }
  }
}
