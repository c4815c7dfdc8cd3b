package org.basin.probe.paper;

import org.basin.data.Data;
import org.basin.data.FreshSamples;
import org.basin.data.Population;
import org.basin.data.TrainingSet;
import org.basin.linalg.Matrix;
import org.basin.nn.Linear;
import org.basin.nn.Loss;
import org.basin.nn.Model;
import org.basin.nn.Parameters;
import org.basin.probe.ModelWork;
import org.basin.probe.ModelWork.Reading;
import org.basin.probe.TrialView;
import org.basin.settings.Section;
import org.basin.settings.SpecException;

/**
 * A linear network φ(x) = ⟨w_e, x⟩ of N layers that learns labels which a direction v determines.
 * Lin, Sun &amp; Zhang (2021), Section 2.
 *
 * @param model the network, with one output
 * @param direction v (inputs × 1), of norm 1
 * @param radius c₀ = E‖x‖ of the input distribution's two-dimensional marginal; NaN if it is not
 *     known
 * @param isLossKnown whether the trial's gradient is that of the whole set or of the population
 */
record LinearStudent(Linear model, Matrix direction, double radius, boolean isLossKnown) {

  /**
   * @throws SpecException if the model is not linear with one output, or if the data have no
   *     direction
   */
  static LinearStudent of(Section probe, Model model, Data data, Loss loss) {
    if (!(model instanceof Linear linear) || model.outputs() != 1) {
      throw new SpecException(
          probe.path(), "is " + probe.kind() + ", which needs a linear model of one output");
    }
    if (data.direction() == null) {
      throw new SpecException(
          probe.path(),
          "is " + probe.kind() + ", which needs data whose labels a direction determines");
    }
    Population population =
        data instanceof Population closed
            ? closed
            : data instanceof FreshSamples samples ? samples.population() : null;
    return new LinearStudent(
        linear,
        data.direction(),
        population == null ? Double.NaN : population.marginalRadius(),
        data instanceof TrainingSet
            || (population != null && population.obstacle(model, loss).isEmpty()));
  }

  /**
   * Makes the same for quantities that exist only for a spherically symmetric population.
   *
   * @throws SpecException also if the inputs are not known to be spherically symmetric, or if the
   *     loss over their distribution is not known
   */
  static LinearStudent ofSymmetric(Section probe, Model model, Data data, Loss loss) {
    LinearStudent student = of(probe, model, data, loss);
    if (Double.isNaN(student.radius) || !student.isLossKnown) {
      throw new SpecException(
          probe.path(),
          "is "
              + probe.kind()
              + ", which needs a spherically symmetric distribution and the logistic loss with mean reduction");
    }
    return student;
  }

  /** The number of layers N. */
  int depth() {
    return model.shapes().size();
  }

  /** A new matrix w_e (inputs × 1). */
  Matrix weight(TrialView view) {
    return model.effectiveWeight(view.parameters());
  }

  Bearing bearing(TrialView view) {
    return Bearing.of(weight(view), direction);
  }

  /**
   * N(w_e) = −⟨w_e, ∇L(w_e)⟩, whose sign is that of d‖w_e‖/dt. It is computed from the layers'
   * gradients: the effective weight is homogeneous of degree N in the layers, so Σ_j ⟨W_j, ∂L/∂W_j⟩
   * = N ⟨w_e, ∇L(w_e)⟩.
   *
   * @return N(w_e); NaN if only the minibatch loss is known
   */
  double growth(TrialView view) {
    if (!isLossKnown) {
      return Double.NaN;
    }
    return -inner(view.parameters(), view.gradient()) / depth();
  }

  /** The work of {@link #growth}. */
  ModelWork growthWork() {
    return isLossKnown ? ModelWork.NONE.andReading(Reading.GRADIENT) : ModelWork.NONE;
  }

  private static double inner(Parameters weights, Parameters gradient) {
    double sum = 0;
    for (int i = 0; i < weights.count(); i++) {
      double[] w = weights.get(i).data();
      double[] g = gradient.get(i).data();
      for (int k = 0; k < w.length; k++) {
        sum += w[k] * g[k];
      }
    }
    return sum;
  }
}
