package org.basin.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.basin.data.ReluPopulations.MEAN;
import static org.basin.data.ReluPopulations.drawn;
import static org.basin.data.ReluPopulations.population;
import static org.basin.data.ReluPopulations.residual;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.basin.linalg.Matrix;
import org.basin.nn.Model;
import org.basin.nn.NeuronSum;
import org.basin.nn.Parameters;
import org.basin.settings.RandomStreams;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReluPopulationSamplingTest {

  /**
   * 400,000 samples of a fixed seed: the loss and every element of the gradient within 4.5 standard
   * errors of their sample (p < 7e-6 each).
   */
  @ParameterizedTest
  @CsvSource({"gaussian, 1.3, identity", "gaussian, 1, none", "sphere, 2, identity"})
  void lossAndGradient_areTheMeansOfSamples(String law, double scale, String skip) {
    int d = 4;
    int n = 400_000;
    Population population = population(law, scale, skip, d);
    Model model = residual(skip, d);
    Parameters parameters = drawn(model, 0.6, 3);
    Parameters gradient = new Parameters(model.shapes());
    double exact = population.objective(model, MEAN).gradient(parameters, gradient);
    Matrix inputs = inputs(law, scale, d, n);
    Model teacher = population.teacherModel();
    double[] target =
        teacher
            .forward(population.teacherParameters(), inputs, teacher.workspace(n))
            .data()
            .clone();
    double[] output = model.forward(parameters, inputs, model.workspace(n)).data();
    Moments loss = new Moments();
    Moments[] element = new Moments[d * d];
    for (int k = 0; k < d * d; k++) {
      element[k] = new Moments();
    }
    double[] outer = new double[n];
    for (int e = 0; e < n; e++) {
      outer[e] = output[e] - target[e];
      loss.add(outer[e] * outer[e]);
    }
    Matrix weights = ((NeuronSum) model).effectiveWeights(parameters);
    for (int e = 0; e < n; e++) {
      for (int r = 0; r < d; r++) {
        double z = 0;
        for (int c = 0; c < d; c++) {
          z += weights.get(r, c) * inputs.get(c, e);
        }
        for (int c = 0; c < d; c++) {
          element[c * d + r].add(z > 0 ? 2 * outer[e] * inputs.get(c, e) : 0);
        }
      }
    }
    loss.check(exact);
    for (int k = 0; k < d * d; k++) {
      element[k].check(gradient.get(0).data()[k]);
    }
  }

  private static Matrix inputs(String law, double scale, int d, int n) {
    Matrix inputs = new Matrix(d, n);
    UniformRandomProvider stream = RandomStreams.stream(9, "monte-carlo");
    if (law.equals("sphere")) {
      new Sphere(d, scale).draw(stream, inputs);
      return inputs;
    }
    ZigguratSampler.NormalizedGaussian normal = ZigguratSampler.NormalizedGaussian.of(stream);
    for (int i = 0; i < inputs.data().length; i++) {
      inputs.data()[i] = scale * normal.sample();
    }
    return inputs;
  }

  /** Running mean and variance. */
  private static final class Moments {
    private double sum;
    private double squares;
    private int count;

    void add(double x) {
      sum += x;
      squares += x * x;
      count++;
    }

    void check(double expected) {
      double mean = sum / count;
      double error = Math.sqrt((squares / count - mean * mean) / count);
      assertThat((mean - expected) / error).isBetween(-4.5, 4.5);
    }
  }
}
