package org.basin.data;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.SharedStateContinuousSampler;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.basin.linalg.Matrix;

/**
 * The distribution N(0, σ² I). The variable q is the absolute value of a standard normal: |⟨u, x⟩|
 * = σ q.
 *
 * @param dimension d ≥ 1
 * @param std σ &gt; 0
 */
record Gaussian(int dimension, double std) implements Law {

  @Override
  public void draw(UniformRandomProvider stream, Matrix inputs) {
    SharedStateContinuousSampler normal = ZigguratSampler.NormalizedGaussian.of(stream);
    double[] data = inputs.data();
    for (int i = 0; i < data.length; i++) {
      data[i] = std * normal.sample();
    }
  }

  @Override
  public void draw(UniformRandomProvider stream, float[] inputs) {
    SharedStateContinuousSampler normal = ZigguratSampler.NormalizedGaussian.of(stream);
    for (int i = 0; i < inputs.length; i++) {
      inputs[i] = (float) (std * normal.sample());
    }
  }

  @Override
  public double marginalRadius() {
    return dimension < 2 ? Double.NaN : std * Math.sqrt(Math.PI / 2);
  }

  @Override
  public double variance() {
    return std * std;
  }

  @Override
  public double projection(double q) {
    return std * q;
  }

  @Override
  public double density(double q) {
    return Math.sqrt(2 / Math.PI) * Math.exp(-q * q / 2);
  }

  @Override
  public double end(double reach) {
    // exp(-40) = 4e-18.
    return Math.min(reach / std, Math.sqrt(80));
  }
}
