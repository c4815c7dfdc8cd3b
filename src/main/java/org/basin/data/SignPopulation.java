package org.basin.data;

import java.util.Optional;
import org.basin.linalg.Matrix;
import org.basin.nn.Linear;
import org.basin.nn.Loss;
import org.basin.nn.Model;
import org.basin.nn.Objective;
import org.basin.settings.Problem;
import org.basin.settings.SpecException;

/**
 * Inputs of a spherically symmetric distribution with labels sgn⟨v, x⟩. The logistic loss has a
 * closed form for every linear model. Lin, Sun &amp; Zhang (2021).
 *
 * @param law the distribution of the inputs, in at least two dimensions
 * @param direction v (inputs × 1), of norm 1
 */
record SignPopulation(Law law, Matrix direction) implements Population {

  @Override
  public Optional<Problem> obstacle(Model model, Loss loss) {
    if (!(model instanceof Linear)) {
      return Optional.of(
          new Problem(
              "model.kind",
              Problem.Kind.ILLEGAL,
              "is not a linear network, must be one: data is a population"));
    }
    return isMeanLogistic(loss)
        ? Optional.empty()
        : Optional.of(
            new Problem(
                "loss.kind",
                Problem.Kind.ILLEGAL,
                "must be logistic with reduction = mean: data is a population"));
  }

  @Override
  public Objective objective(Model model, Loss loss) {
    Optional<Problem> obstacle = obstacle(model, loss);
    if (obstacle.isPresent()) {
      throw new SpecException(obstacle.get());
    }
    return new SignObjective(model, new LogisticClosedForm(law, direction.data()));
  }

  /**
   * Whether {@code loss} is ln(1+e^{−yφ}) averaged over examples, judged by values, because a loss
   * from another jar may also be it.
   */
  private static boolean isMeanLogistic(Loss loss) {
    double[] outputs = {-3, 0.5, 2};
    double[] labels = {1, -1, 1};
    double mean = 0;
    for (int i = 0; i < outputs.length; i++) {
      mean += Math.log1p(Math.exp(-labels[i] * outputs[i])) / outputs.length;
    }
    double value = loss.value(new Matrix(1, 3, outputs), new Matrix(1, 3, labels));
    return Math.abs(value - mean) < 1e-12;
  }

  @Override
  public double marginalRadius() {
    return law.marginalRadius();
  }

  @Override
  public int inputs() {
    return law.dimension();
  }

  @Override
  public int outputs() {
    return 1;
  }

  /** A quadrature, at each of whose nodes are three exponentials. */
  @Override
  public double elements() {
    return LogisticClosedForm.NODES * 40.0;
  }
}
