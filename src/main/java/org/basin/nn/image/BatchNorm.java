package org.basin.nn.image;

import java.util.List;
import org.basin.linalg.Matrix;
import org.basin.nn.ImageShape;
import org.basin.nn.Parameters;
import org.basin.nn.Shape;

/**
 * Batch normalisation y = γ(x − μ)/√(σ² + ε) + β of each channel (Ioffe &amp; Szegedy 2015), as in
 * PyTorch's {@code BatchNorm2d} with its defaults. In a training pass, μ and σ² are the mean and
 * the biased variance over all pixels of the batch, and the gradient flows through them. In other
 * passes they are the running mean and variance, taken as constants. Each training step moves the
 * running mean and variance a tenth of the way to the batch's mean and unbiased variance.
 *
 * <p>Its tensors (channels × 1) are γ = {@code name.weight}, which starts at 1, and β = {@code
 * name.bias}, which starts at 0. Two more are not trained: {@code name.running_mean} starts at 0,
 * and {@code name.running_var} starts at 1.
 */
final class BatchNorm implements ImageLayer {

  private static final double EPSILON = 1e-5;
  private static final double MOMENTUM = 0.1;

  private final ImageShape form;
  private final int weight;
  private final int bias;
  private final int runningMean;
  private final int runningVariance;

  /**
   * @param tensors the tensors of the network, to which this layer's are added
   */
  BatchNorm(String name, ImageShape form, List<Shape> tensors) {
    this.form = form;
    int channels = form.channels();
    weight = tensors.size();
    bias = weight + 1;
    runningMean = weight + 2;
    runningVariance = weight + 3;
    tensors.add(new Shape(name + ".weight", channels, 1, true, 1));
    tensors.add(new Shape(name + ".bias", channels, 1, true, 0));
    tensors.add(new Shape(name + ".running_mean", channels, 1, false, 0));
    tensors.add(new Shape(name + ".running_var", channels, 1, false, 1));
  }

  @Override
  public ImageShape output() {
    return form;
  }

  @Override
  public Pass pass(int examples, boolean training, MatrixPool pool) {
    return new Moments(examples, training);
  }

  private final class Moments implements Pass {

    private final boolean training;
    private final int count;
    private final Matrix y;
    private final Channels channels = new Channels(form.channels());
    private double[] x;

    /** For each channel, the μ and σ² that the last forward pass used, and 1/√(σ² + ε). */
    private double[] mean;

    private double[] variance;
    private final double[] inverse = new double[form.channels()];

    Moments(int examples, boolean training) {
      this.training = training;
      this.count = form.pixels() * examples;
      this.y = new Matrix(form.channels(), count);
    }

    @Override
    public Matrix forward(Parameters parameters, Matrix input) {
      x = input.data();
      if (training) {
        mean = channels.sum(x);
        scale(mean, 1.0 / count);
        variance = channels.squares(x, mean);
        scale(variance, 1.0 / count);
      } else {
        mean = parameters.get(runningMean).data().clone();
        variance = parameters.get(runningVariance).data();
      }
      double[] gamma = parameters.get(weight).data();
      double[] slope = new double[inverse.length];
      for (int c = 0; c < inverse.length; c++) {
        inverse[c] = 1 / Math.sqrt(variance[c] + EPSILON);
        slope[c] = gamma[c] * inverse[c];
      }
      channels.affine(x, mean, slope, parameters.get(bias).data(), y.data());
      return y;
    }

    @Override
    public Matrix backward(Parameters parameters, Matrix delta, Parameters gradient) {
      double[] d = delta.data();
      double[] gamma = parameters.get(weight).data();
      double[] byBias = channels.sum(d);
      double[] byWeight = channels.products(d, x, mean);
      double[] slope = new double[inverse.length];
      double[] constant = new double[inverse.length];
      double[] linear = new double[inverse.length];
      for (int c = 0; c < inverse.length; c++) {
        byWeight[c] *= inverse[c];
        slope[c] = gamma[c] * inverse[c];
        constant[c] = -slope[c] * byBias[c] / count;
        linear[c] = -slope[c] * byWeight[c] * inverse[c] / count;
      }
      if (training) {
        channels.combine(d, slope, x, mean, linear, constant);
      } else {
        channels.scale(d, slope);
      }
      copy(byWeight, gradient.get(weight));
      copy(byBias, gradient.get(bias));
      gradient.get(runningMean).fill(0);
      gradient.get(runningVariance).fill(0);
      return delta;
    }

    @Override
    public void commit(Parameters parameters) {
      double unbiased = (double) count / Math.max(1, count - 1); // It stays 0 for a single pixel.
      double[] m = parameters.get(runningMean).data();
      double[] v = parameters.get(runningVariance).data();
      for (int c = 0; c < m.length; c++) {
        m[c] = (1 - MOMENTUM) * m[c] + MOMENTUM * mean[c];
        v[c] = (1 - MOMENTUM) * v[c] + MOMENTUM * unbiased * variance[c];
      }
    }
  }

  private static void scale(double[] vector, double factor) {
    for (int i = 0; i < vector.length; i++) {
      vector[i] *= factor;
    }
  }

  private static void copy(double[] from, Matrix to) {
    System.arraycopy(from, 0, to.data(), 0, from.length);
  }
}
