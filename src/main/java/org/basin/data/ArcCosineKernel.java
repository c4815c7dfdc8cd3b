package org.basin.data;

import java.util.Arrays;
import org.basin.linalg.Blas;
import org.basin.linalg.Matrix;

/**
 * The expected products of two sets of ReLU neurons a and b for x ~ N(0, I). For every pair with
 * the angle θ between them,
 *
 * <pre>
 *   K(a, b) = E ReLU(⟨a, x⟩) ReLU(⟨b, x⟩) = ‖a‖‖b‖ (sin θ + (π − θ) cos θ) / 2π
 *   ∂K/∂b   = ( (π − θ) a + ‖a‖ sin θ b/‖b‖ ) / 2π
 * </pre>
 *
 * <p>which is half the arc-cosine kernel of degree one (Cho &amp; Saul 2009, "Kernel Methods for
 * Deep Learning"). It costs one matrix product and one arc tangent per pair.
 *
 * <p>The angle is atan2(√((n−c)(n+c)), c) with c = ⟨a, b⟩, n = ‖a‖‖b‖; where |c| is within a
 * thousandth of n, this loses digits, so the angle is computed from ‖â − b̂‖ and ‖â + b̂‖ (Kahan
 * 2006). Its error is then below 1e-14, and its relative accuracy is full near 0 and π. A neuron
 * that is 0 has K = 0 with every other, and its angles count as π/2.
 */
final class ArcCosineKernel {

  /** If the cosine is larger than this in magnitude, the angle is computed from differences. */
  private static final double NEARLY_PARALLEL = 0.999;

  private final Matrix gram;

  /** K of each pair (a × b). */
  private final Matrix values;

  /** π/2 − θ of each pair (a × b). */
  private final Matrix complements;

  /** Σ over a of ‖a‖ sin θ, for each b. */
  private final double[] sines;

  /**
   * @param neurons the number of neurons in each set
   */
  ArcCosineKernel(int neurons) {
    gram = new Matrix(neurons, neurons);
    values = new Matrix(neurons, neurons);
    complements = new Matrix(neurons, neurons);
    sines = new double[neurons];
  }

  /** K of each pair (a × b) from the last computation; must not be modified. */
  Matrix values() {
    return values;
  }

  /** π/2 − θ of each pair (a × b) from the last computation; must not be modified. */
  Matrix complements() {
    return complements;
  }

  /** Σ over a of ‖a‖ sin θ, for each b, from the last computation; must not be modified. */
  double[] sines() {
    return sines;
  }

  /** Computes all pairs of a and b. */
  void compute(WeightVectors a, WeightVectors b) {
    Blas.multiply(false, a.weights(), true, b.weights(), gram);
    int count = a.count();
    for (int j = 0; j < count; j++) {
      sines[j] = 0;
      for (int i = 0; i < count; i++) {
        sines[j] += a.norm(i) * pair(a, i, b, j);
      }
    }
  }

  /** Computes all pairs of one set with itself, which is half the work. */
  void compute(WeightVectors a) {
    Blas.multiply(false, a.weights(), true, a.weights(), gram);
    int count = a.count();
    Arrays.fill(sines, 0);
    for (int j = 0; j < count; j++) {
      values.set(j, j, a.norm(j) * a.norm(j) / 2);
      complements.set(j, j, a.norm(j) == 0 ? 0 : Math.PI / 2);
      for (int i = 0; i < j; i++) {
        double sine = pair(a, i, a, j);
        sines[j] += a.norm(i) * sine;
        sines[i] += a.norm(j) * sine;
        values.set(j, i, values.get(i, j));
        complements.set(j, i, complements.get(i, j));
      }
    }
  }

  /** Sets value and complement of a pair, and returns sin θ. */
  private double pair(WeightVectors a, int i, WeightVectors b, int j) {
    double c = gram.get(i, j);
    double n = a.norm(i) * b.norm(j);
    if (n == 0) {
      values.set(i, j, 0);
      complements.set(i, j, 0);
      return 1;
    }
    double theta;
    double sine;
    if (Math.abs(c) > NEARLY_PARALLEL * n) {
      double minus = a.gap(i, b, j, -1);
      double plus = a.gap(i, b, j, 1);
      theta = 2 * Math.atan2(minus, plus);
      sine = minus * plus / 2;
    } else {
      double across = Math.sqrt((n - c) * (n + c));
      theta = Math.atan2(across, c);
      sine = across / n;
    }
    values.set(i, j, (n * sine + (Math.PI - theta) * c) / (2 * Math.PI));
    complements.set(i, j, Math.PI / 2 - theta);
    return sine;
  }
}
