package org.basin.data;

import org.basin.linalg.Blas;
import org.basin.linalg.Matrix;
import org.basin.nn.NeuronSum;
import org.basin.nn.Objective;
import org.basin.nn.Parameters;

/**
 * The loss E (f(x) − f*(x))² for x ~ N(0, σ²I) and its gradient, where f and f* are sums of ReLU
 * neurons with weights U and V. With {@link ArcCosineKernel}'s K, L = σ² Σᵢⱼ K(uᵢ, uⱼ) + K(vᵢ, vⱼ)
 * − 2K(vᵢ, uⱼ), and
 *
 * <pre>
 *   −∂L/∂uⱼ = (σ²/π) Σᵢ { (π/2)(vᵢ − uᵢ) + (π/2 − θ(vᵢ, uⱼ)) vᵢ − (π/2 − θ(uᵢ, uⱼ)) uᵢ
 *                         + (‖vᵢ‖ sin θ(vᵢ, uⱼ) − ‖uᵢ‖ sin θ(uᵢ, uⱼ)) uⱼ/‖uⱼ‖ }
 * </pre>
 *
 * <p>(Li &amp; Yuan 2017, Section 4.) The loss is summed pair by pair, so that near L = 0 its
 * rounding error is about 1e-16 per neuron; a negative result is set to 0. The gradient of a neuron
 * that is 0 uses σ′(0), as it would with samples.
 */
final class ReluObjective implements Objective {

  private final NeuronSum student;
  private final double variance;

  /** The derivative σ′(0). */
  private final double slopeAtZero;

  private final WeightVectors teacher;
  private final Matrix teacherValues;
  private final ArcCosineKernel own;
  private final ArcCosineKernel cross;
  private final Matrix products;

  /**
   * @param variance σ²
   * @param teacher V, with as many neurons as the student
   */
  ReluObjective(NeuronSum student, double slopeAtZero, double variance, Matrix teacher) {
    this.student = student;
    this.slopeAtZero = slopeAtZero;
    this.variance = variance;
    this.teacher = WeightVectors.of(teacher);
    int neurons = teacher.rows();
    own = new ArcCosineKernel(neurons);
    cross = new ArcCosineKernel(neurons);
    products = new Matrix(neurons, teacher.columns());
    own.compute(this.teacher);
    teacherValues = own.values().copy();
  }

  @Override
  public double value(Parameters parameters) {
    return value(WeightVectors.of(student.effectiveWeights(parameters)));
  }

  private double value(WeightVectors neurons) {
    own.compute(neurons);
    cross.compute(teacher, neurons);
    double[] ownValues = own.values().data();
    double[] otherValues = teacherValues.data();
    double[] crossValues = cross.values().data();
    double sum = 0;
    for (int i = 0; i < ownValues.length; i++) {
      sum += (ownValues[i] - crossValues[i]) + (otherValues[i] - crossValues[i]);
    }
    return Math.max(0, variance * sum); // Math.max keeps NaN.
  }

  @Override
  public double gradient(Parameters parameters, Parameters gradient) {
    WeightVectors neurons = WeightVectors.of(student.effectiveWeights(parameters));
    final double loss = value(neurons);
    double[] u = neurons.weights().data();
    double[] v = teacher.weights().data();
    Matrix result = gradient.get(0);
    Blas.multiply(true, own.complements(), false, neurons.weights(), products);
    Blas.multiply(true, cross.complements(), false, teacher.weights(), result);
    double[] descent = result.data();
    int count = products.rows();
    for (int c = 0, column = 0; c < products.columns(); c++, column += count) {
      double difference = 0;
      for (int r = 0; r < count; r++) {
        difference += v[column + r] - u[column + r];
      }
      for (int r = 0, i = column; r < count; r++, i++) {
        double norm = neurons.norm(r);
        descent[i] =
            norm == 0
                ? -variance * slopeAtZero * difference
                : -variance
                    * (difference / 2
                        + (descent[i]
                                - products.data()[i]
                                + (cross.sines()[r] - own.sines()[r]) * (u[i] / norm))
                            / Math.PI);
      }
    }
    return loss;
  }
}
