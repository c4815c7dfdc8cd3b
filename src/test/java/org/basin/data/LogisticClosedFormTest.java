package org.basin.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.rng.simple.RandomSource;
import org.basin.linalg.Matrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LogisticClosedFormTest {

  /** Norms from nearly nothing to far beyond what training reaches. */
  private static final double[] NORMS = {1e-6, 0.01, 0.3, 1, 4.4, 5, 12, 50, 1e3, 1e6};

  static Stream<Law> laws() {
    return Stream.of(
        new Sphere(2, 1),
        new Sphere(2, 2.5),
        new Sphere(3, 1),
        new Sphere(4, 0.7),
        new Sphere(50, 1),
        new Sphere(1000, 3),
        new Gaussian(2, 1),
        new Gaussian(7, 0.4));
  }

  @ParameterizedTest
  @MethodSource("laws")
  void density_integratesToOne_andGivesTheMarginalRadius(Law law) {
    double half = law.end(Double.POSITIVE_INFINITY) / 2;
    double mass = 0;
    double mean = 0;
    int panels = 20_000;
    for (int i = 0; i < panels; i++) {
      double q = (i + 0.5) * 2 * half / panels;
      mass += law.density(q) * 2 * half / panels;
      mean += law.density(q) * law.projection(q) * 2 * half / panels;
    }
    // The midpoint rule errs by about (width of a panel)².
    assertThat(mass).isCloseTo(1, within(1e-7));
    assertThat(law.marginalRadius()).isCloseTo(Math.PI / 2 * mean, within(1e-7 * (1 + mean)));
  }

  @Test
  void marginalRadius_isThatOfThePaper() {
    assertThat(new Sphere(2, 1).marginalRadius()).isEqualTo(1);
    assertThat(new Sphere(3, 1).marginalRadius()).isCloseTo(Math.PI / 4, within(1e-15));
    // (√π/2) Γ(5/2) / Γ(3), Γ(5/2) = 3√π/4.
    assertThat(new Sphere(5, 1).marginalRadius()).isCloseTo(3 * Math.PI / 16, within(1e-15));
    assertThat(new Gaussian(2, 1).marginalRadius()).isEqualTo(Math.sqrt(Math.PI / 2));
  }

  @ParameterizedTest
  @MethodSource("laws")
  void lossAndSlope_equalSimpsonsRuleOverManyPanels(Law law) {
    double[] v = axis(law.dimension());
    for (double norm : NORMS) {
      // Aligned with v only G is left, so its relative error shows.
      double[] w = axis(law.dimension());
      w[0] = norm;
      double[] gradient = new double[v.length];
      double loss = new LogisticClosedForm(law, v).gradient(w, gradient);
      double[] reference = simpson(law, norm);
      assertThat(loss / reference[0]).as("loss at %s", norm).isCloseTo(1, within(1e-13));
      assertThat(gradient[0] / reference[1]).as("slope at %s", norm).isCloseTo(1, within(1e-13));
    }
  }

  @ParameterizedTest
  @MethodSource("laws")
  void gradient_acrossTheWeight_isTheExactOne(Law law) {
    double[] v = axis(law.dimension());
    LogisticClosedForm form = new LogisticClosedForm(law, v);
    for (double norm : NORMS) {
      for (double angle : new double[] {0.001, 0.5, 1.6, 2.5, 3.1}) {
        double[] w = axis(law.dimension());
        w[0] = norm * Math.cos(angle);
        w[1] = norm * Math.sin(angle);
        double[] gradient = new double[v.length];
        form.gradient(w, gradient);
        // −(I − w̄w̄ᵀ)∇L = (c₀/π)(I − w̄w̄ᵀ)v, both along (sin θ, −cos θ).
        double across = -(gradient[0] * Math.sin(angle) - gradient[1] * Math.cos(angle));
        double expected = law.marginalRadius() / Math.PI * Math.sin(angle);
        assertThat(across).isCloseTo(expected, within(1e-13 * law.marginalRadius()));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("laws")
  void gradient_equalsCentralDifferences(Law law) {
    double[] v = axis(law.dimension());
    LogisticClosedForm form = new LogisticClosedForm(law, v);
    double[] w = ramp(law);
    w[0] = -2;
    double[] gradient = new double[w.length];
    form.gradient(w, gradient);
    double h = 1e-5;
    for (int i = 0; i < Math.min(5, w.length); i++) {
      double[] up = w.clone();
      double[] down = w.clone();
      up[i] += h;
      down[i] -= h;
      double difference = (form.value(up) - form.value(down)) / (2 * h);
      assertThat(gradient[i]).isCloseTo(difference, within(1e-8));
    }
  }

  @ParameterizedTest
  @MethodSource("laws")
  void loss_andGradient_agreeWithSamples(Law law) {
    int n = law.dimension() > 100 ? 2_000 : 100_000;
    Matrix inputs = new Matrix(law.dimension(), n);
    law.draw(RandomSource.XO_SHI_RO_256_PP.create(20210101L), inputs);
    double[] v = axis(law.dimension());
    double[] w = axis(law.dimension());
    w[0] = -0.9;
    w[1] = 1.7;
    double[] gradient = new double[w.length];
    double loss = new LogisticClosedForm(law, v).gradient(w, gradient);
    double[][] terms = new double[3][n];
    for (int c = 0; c < n; c++) {
      double y = inputs.get(0, c) >= 0 ? 1 : -1;
      double margin = y * TeacherVector.dot(w, inputs, c);
      terms[0][c] = Math.log1p(Math.exp(-margin));
      terms[1][c] = -y * inputs.get(0, c) / (1 + Math.exp(margin));
      terms[2][c] = -y * inputs.get(1, c) / (1 + Math.exp(margin));
    }
    List<Double> expected = List.of(loss, gradient[0], gradient[1]);
    for (int k = 0; k < 3; k++) {
      // 24 checks at 4 standard errors: p = 0.0015 that one of them fails for a random seed.
      assertThat(mean(terms[k])).isCloseTo(expected.get(k), within(4 * standardError(terms[k])));
    }
  }

  @Test
  void gradient_atZero_isItsLimit() {
    LogisticClosedForm form = new LogisticClosedForm(new Sphere(2, 1), new double[] {0.6, 0.8});
    double[] limit = new double[2];
    double[] near = new double[2];
    assertThat(form.gradient(new double[2], limit)).isEqualTo(Math.log(2));
    form.gradient(new double[] {1e-9, -3e-9}, near);
    assertThat(limit[0]).isCloseTo(near[0], within(1e-8));
    assertThat(limit[1]).isCloseTo(near[1], within(1e-8));
  }

  @Test
  void loss_ofADivergedWeight_isNotFinite() {
    LogisticClosedForm form = new LogisticClosedForm(new Sphere(2, 1), new double[] {0, 1});
    assertThat(form.value(new double[] {Double.NaN, 1})).isNaN();
    assertThat(form.value(new double[] {Double.POSITIVE_INFINITY, 1})).isNaN();
  }

  /** G(s) and G′(s) by Simpson's rule on 10,000 panels. */
  private static double[] simpson(Law law, double s) {
    double end = law.end(60 / s);
    int panels = 10_000;
    double value = 0;
    double slope = 0;
    for (int i = 0; i <= 2 * panels; i++) {
      double q = end * i / (2 * panels);
      double weight = (i == 0 || i == 2 * panels ? 1 : i % 2 == 1 ? 4 : 2) * end / (6 * panels);
      double u = law.projection(q);
      value += weight * law.density(q) * Math.log1p(Math.exp(-s * u));
      slope -= weight * law.density(q) * u / (1 + Math.exp(s * u));
    }
    return new double[] {value, slope};
  }

  private static double[] axis(int dimension) {
    double[] axis = new double[dimension];
    axis[0] = 1;
    return axis;
  }

  private static double[] ramp(Law law) {
    double[] ramp = new double[law.dimension()];
    for (int i = 0; i < ramp.length; i++) {
      ramp[i] = Math.cos(i) / Math.sqrt(ramp.length);
    }
    return ramp;
  }

  private static double mean(double[] terms) {
    double sum = 0;
    for (double term : terms) {
      sum += term;
    }
    return sum / terms.length;
  }

  private static double standardError(double[] terms) {
    double mean = mean(terms);
    double squares = 0;
    for (double term : terms) {
      squares += (term - mean) * (term - mean);
    }
    return Math.sqrt(squares) / terms.length;
  }
}
