package org.basin.data;

import java.util.Optional;
import org.basin.nn.Loss;
import org.basin.nn.Model;
import org.basin.nn.Objective;
import org.basin.settings.Problem;
import org.basin.settings.SpecException;

/** An input distribution whose loss and gradient are known exactly, without samples. */
public interface Population extends Data {

  /**
   * Why the loss of a model has no known closed form.
   *
   * @return the setting at fault and what it must be; empty if the loss is known
   */
  Optional<Problem> obstacle(Model model, Loss loss);

  /**
   * The exact loss of {@code model} as a function of its parameters.
   *
   * @throws SpecException if there is an {@link #obstacle}
   */
  Objective objective(Model model, Loss loss);

  /** The exact loss of {@code model}; empty if no closed form is known for it. */
  default Optional<Objective> closedForm(Model model, Loss loss) {
    return obstacle(model, loss).isPresent()
        ? Optional.empty()
        : Optional.of(objective(model, loss));
  }

  /** About how much memory an {@link #objective} of {@code model} uses, in numbers (doubles). */
  default double memory(Model model) {
    return 0;
  }

  /**
   * About how many numbers its loss reads one by one besides the passes through the model. A
   * trial's cost is predicted from it.
   */
  default double elements() {
    return 0;
  }

  @Override
  default Population population() {
    return this;
  }

  /**
   * c₀ = E‖x‖ of the distribution's two-dimensional marginal: 1 for U(S¹), √(π/2) for N(0, I). Lin,
   * Sun &amp; Zhang (2021).
   *
   * @return c₀; NaN if the distribution is not spherically symmetric
   */
  double marginalRadius();
}
