package org.basin.data;

import java.util.Arrays;
import java.util.Optional;
import org.basin.linalg.Matrix;
import org.basin.nn.Activation;
import org.basin.nn.Loss;
import org.basin.nn.Model;
import org.basin.nn.NeuronSum;
import org.basin.nn.Objective;
import org.basin.nn.Parameters;
import org.basin.settings.Problem;
import org.basin.settings.SpecException;

/**
 * Inputs of a spherically symmetric distribution with labels of a sum of ReLU neurons. The squared
 * loss has a closed form for every student of the same kind: {@link ReluObjective}. Li &amp; Yuan
 * (2017). Only E⟨x, e⟩² of the distribution matters, because ReLU is homogeneous and a Gaussian's
 * direction is uniform and independent of its norm.
 *
 * @param law the distribution of the inputs
 * @param teacherModel a sum of ReLU neurons
 * @param teacherParameters its parameters
 */
record ReluPopulation(Law law, NeuronSum teacherModel, Parameters teacherParameters)
    implements Population {

  /**
   * Whether σ(z) = max(0, z), judged by values, because an activation from another jar may also be
   * ReLU.
   */
  static boolean isRelu(Activation activation) {
    Matrix z = new Matrix(1, 4, new double[] {-3, -0.01, 0.5, 40});
    Matrix a = new Matrix(1, 4);
    activation.apply(z, a);
    return Arrays.equals(a.data(), new double[] {0, 0, 0.5, 40});
  }

  @Override
  public Optional<Problem> obstacle(Model model, Loss loss) {
    if (!(model instanceof NeuronSum student) || !isRelu(student.activation())) {
      return Optional.of(
          new Problem(
              "model.kind",
              Problem.Kind.ILLEGAL,
              "is not a residual network of ReLUs, must be one: data is a population of such a"
                  + " teacher"));
    }
    return isMeanSquared(loss)
        ? Optional.empty()
        : Optional.of(
            new Problem(
                "loss.kind",
                Problem.Kind.ILLEGAL,
                "must be squared with reduction = mean: data is a population"));
  }

  @Override
  public Objective objective(Model model, Loss loss) {
    Optional<Problem> obstacle = obstacle(model, loss);
    if (obstacle.isPresent()) {
      throw new SpecException(obstacle.get());
    }
    NeuronSum student = (NeuronSum) model;
    return new ReluObjective(
        student,
        slopeAtZero(student.activation()),
        law.variance(),
        teacherModel.effectiveWeights(teacherParameters));
  }

  /** The kernels of the student's neurons with each other and with the teacher's. */
  @Override
  public double memory(Model model) {
    return 10.0 * law.dimension() * law.dimension();
  }

  /** Whether {@code loss} is (φ − y)² averaged over examples, judged by values. */
  private static boolean isMeanSquared(Loss loss) {
    double value =
        loss.value(
            new Matrix(1, 3, new double[] {-3, 0.5, 2}), new Matrix(1, 3, new double[] {1, -1, 2}));
    return Math.abs(value - (16 + 2.25) / 3) < 1e-12;
  }

  private static double slopeAtZero(Activation activation) {
    Matrix slope = new Matrix(1, 1, new double[] {1});
    activation.multiplyByDerivative(new Matrix(1, 1), new Matrix(1, 1), slope);
    return slope.get(0, 0);
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
}
