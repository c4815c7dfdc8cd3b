package org.basin.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/**
 * Population gradient descent at η = 1e-3 from w = (0.6, −0.8), v = (0, 1), U(S¹), against a table
 * computed independently (NumPy). The chains of layers are written out here, without the nn room.
 */
class PopulationReferenceTest {

  private static final double STEP = 1e-3;

  private final LogisticClosedForm form =
      new LogisticClosedForm(new Sphere(2, 1), new double[] {0, 1});

  @Test
  void oneLayer_followsTheTable() {
    double[][] table = {
      {0, 143.130102, 1.00000000, 1.00844375},
      {1000, 127.590888, 0.67165553, 0.85137324},
      {2450, 79.836497, 0.45247206, 0.68044735},
      {10000, 6.391433, 1.65892179, 0.32750392},
      {30000, 0.517295, 3.33419507, 0.17277984}
    };
    double[] w = {0.6, -0.8};
    double[] gradient = new double[2];
    int n = 0;
    for (double[] row : table) {
      for (; n < row[0]; n++) {
        form.gradient(w, gradient);
        w[0] -= STEP * gradient[0];
        w[1] -= STEP * gradient[1];
      }
      check(row, w);
    }
  }

  @Test
  void fourLayers_followTheTable() {
    double[][] table = {
      {0, 143.130102, 1.00000000, 1.00844375},
      {1000, 133.886584, 0.38049659, 0.78611667},
      {8665, 88.129207, 0.08291115, 0.69271516},
      {15000, 53.175643, 0.17954038, 0.66090649},
      {25000, 0.460068, 7.51199975, 0.07154959}
    };
    // W_1 = u₂u₁ᵀ, …, W_4 = u₄ᵀ with u₁ = w_e(0) and u₂ = u₃ = u₄ = (1, 0).
    double[][][] layers = {
      {{0.6, -0.8}, {0, 0}}, {{1, 0}, {0, 0}}, {{1, 0}, {0, 0}}, {{1, 0}},
    };
    double[] gradient = new double[2];
    int n = 0;
    for (double[] row : table) {
      for (; n < row[0]; n++) {
        form.gradient(effective(layers), gradient);
        step(layers, gradient);
      }
      check(row, effective(layers));
    }
  }

  private void check(double[] row, double[] w) {
    // The table prints θ to 1e-6 degrees, the others to 1e-8.
    double theta = Math.toDegrees(Math.abs(Math.atan2(w[0], w[1])));
    assertThat(theta).as("angle at %s", row[0]).isCloseTo(row[1], within(1e-6));
    assertThat(TeacherVector.norm(w)).as("norm at %s", row[0]).isCloseTo(row[2], within(1e-8));
    assertThat(form.value(w)).as("loss at %s", row[0]).isCloseTo(row[3], within(1e-8));
  }

  private static double[] effective(double[][][] layers) {
    double[][] product = layers[0];
    for (int i = 1; i < layers.length; i++) {
      product = multiply(layers[i], product);
    }
    return product[0];
  }

  /** ∂L/∂W_i = (W_N ⋯ W_{i+1})ᵀ gᵀ (W_{i−1} ⋯ W_1)ᵀ for all layers at once. */
  private static void step(double[][][] layers, double[] gradient) {
    double[][] identity = {{1, 0}, {0, 1}};
    double[][][] gradients = new double[layers.length][][];
    for (int i = 0; i < layers.length; i++) {
      double[][] above = i == layers.length - 1 ? new double[][] {{1}} : layers[layers.length - 1];
      for (int j = layers.length - 2; j > i; j--) {
        above = multiply(above, layers[j]);
      }
      double[][] below = identity;
      for (int j = 0; j < i; j++) {
        below = multiply(layers[j], below);
      }
      double[] pulled = {
        below[0][0] * gradient[0] + below[0][1] * gradient[1],
        below[1][0] * gradient[0] + below[1][1] * gradient[1]
      };
      gradients[i] = new double[above[0].length][2];
      for (int r = 0; r < gradients[i].length; r++) {
        for (int c = 0; c < 2; c++) {
          gradients[i][r][c] = above[0][r] * pulled[c];
        }
      }
    }
    for (int i = 0; i < layers.length; i++) {
      for (int r = 0; r < layers[i].length; r++) {
        for (int c = 0; c < 2; c++) {
          layers[i][r][c] -= STEP * gradients[i][r][c];
        }
      }
    }
  }

  private static double[][] multiply(double[][] a, double[][] b) {
    double[][] product = new double[a.length][b[0].length];
    for (int r = 0; r < a.length; r++) {
      for (int c = 0; c < b[0].length; c++) {
        for (int k = 0; k < b.length; k++) {
          product[r][c] += a[r][k] * b[k][c];
        }
      }
    }
    return product;
  }
}
