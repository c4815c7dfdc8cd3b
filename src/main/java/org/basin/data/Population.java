package org.basin.data;

import org.basin.nn.Loss;
import org.basin.nn.Model;
import org.basin.nn.Objective;

/** An input law whose loss and gradient are known exactly, without samples. */
public interface Population extends Data {

  /**
   * The exact loss of {@code model} as a function of its parameters.
   *
   * @throws org.basin.settings.SpecException if no closed form is known for this model and loss
   */
  Objective objective(Model model, Loss loss);

  /** About how much memory an {@link #objective} of {@code model} uses, in numbers (doubles). */
  default double memory(Model model) {
    return 0;
  }

  @Override
  default Population population() {
    return this;
  }

  /**
   * c₀ = E‖x‖ of the law's two-dimensional marginal: 1 for U(S¹), √(π/2) for N(0, I). Lin, Sun
   * &amp; Zhang (2021).
   *
   * @return NaN if the law is not spherically symmetric
   */
  double marginalRadius();
}
