package org.basin.kernel;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.basin.kernel.provider.Kernels;
import org.basin.linalg.Matrix;
import org.basin.linalg.Precision;
import org.basin.linalg.StepExamples;
import org.basin.nn.DescentTerms;
import org.basin.nn.Model;
import org.basin.nn.Parameters;
import org.basin.nn.UpdateForm;
import org.basin.testing.Sections;

/** Deep linear networks in the lanes of a kernel, on examples that change from step to step. */
final class DeepLinearTrials {

  static final int STEPS = 40;
  static final double STEP_SIZE = 0.1;
  static final int EXAMPLES = 150; // More than two blocks, and a part of one.
  static final DescentTerms PLAIN = new DescentTerms(false, false, false);

  private DeepLinearTrials() {}

  static DeepLinearShape shape(int features, int depth, int width, DescentTerms rule) {
    return shape(features, depth, width, rule, Precision.DOUBLE);
  }

  static DeepLinearShape shape(
      int features, int depth, int width, DescentTerms rule, Precision precision) {
    return new DeepLinearShape(features, depth, width, EXAMPLES, 0, true, rule, precision);
  }

  static StepwiseKernel kernel(DeepLinearShape shape, int lanes) {
    return shape.kernel(Kernels.of(shape.precision()), lanes);
  }

  static Model model(DeepLinearShape shape) {
    return Sections.model(
        "kind = deep-linear, depth = " + shape.depth() + ", width = " + shape.width(),
        shape.features(),
        1);
  }

  static LaneTrial trial(DeepLinearShape shape, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Parameters parameters = new Parameters(model(shape).shapes());
    for (int i = 0; i < parameters.count(); i++) {
      draw(parameters.get(i), random);
    }
    double momentum = shape.rule().momentum() ? 0.5 + 0.01 * seed : 0;
    double weightDecay = shape.rule().weightDecay() ? 0.1 * seed : 0;
    return new LaneTrial(
        parameters, null, null, new UpdateForm.Descent(momentum, false, weightDecay));
  }

  private static void draw(Matrix matrix, SplittableRandom random) {
    for (int i = 0; i < matrix.data().length; i++) {
      matrix.data()[i] = random.nextDouble(-1, 1);
    }
  }

  /** The examples of one step of one stream: fewer at every third. */
  static Matrix[] examples(DeepLinearShape shape, long stream, int step) {
    SplittableRandom random = new SplittableRandom(1000 * stream + step);
    int size = step % 3 == 2 ? EXAMPLES / 2 : EXAMPLES;
    Matrix inputs = new Matrix(shape.features(), size);
    draw(inputs, random);
    Matrix labels = new Matrix(1, size);
    for (int e = 0; e < size; e++) {
      labels.set(0, e, inputs.get(0, e) > 0.2 ? 1 : -1);
    }
    return new Matrix[] {inputs, labels};
  }

  static StepExamples stepExamples(DeepLinearShape shape, long stream, int step) {
    Matrix[] examples = examples(shape, stream, step);
    return StepExamples.of(examples[0], examples[1]);
  }

  /** Which stream of examples a lane's are. */
  interface Streams {
    long of(int lane);
  }

  /**
   * The losses of the trials' steps, a row a trial, and at the end their parameters.
   *
   * @param copies whether lanes of one stream have copies of its examples
   */
  static double[][] train(
      DeepLinearShape shape,
      StepwiseKernel kernel,
      int trials,
      Streams streams,
      boolean copies,
      boolean exact) {
    Parameters[] start = new Parameters[trials];
    for (int l = 0; l < trials; l++) {
      LaneTrial trial = trial(shape, l);
      kernel.put(l, trial);
      start[l] = trial.parameters();
    }
    double[] stepSizes = new double[kernel.lanes()];
    for (int l = 0; l < trials; l++) {
      stepSizes[l] = STEP_SIZE * (1 + l);
    }
    StepExamples[] examples = new StepExamples[kernel.lanes()];
    double[] least = new double[kernel.lanes()];
    double[] greatest = new double[kernel.lanes()];
    double[][] losses = new double[trials][STEPS];
    for (int s = 0; s < STEPS; s++) {
      for (int l = 0; l < trials; l++) {
        boolean known = !copies && l > 0 && streams.of(l) == streams.of(l - 1);
        examples[l] = known ? examples[l - 1] : stepExamples(shape, streams.of(l), s);
      }
      kernel.examples(trials, examples);
      if (!exact) {
        kernel.evaluate(trials, false, least, greatest);
      } else {
        kernel.evaluate(trials, true, least, greatest);
        for (int l = 0; l < trials; l++) {
          losses[l][s] = least[l];
        }
      }
      kernel.update(trials, stepSizes);
    }
    double[][] result = new double[trials][];
    for (int l = 0; l < trials; l++) {
      kernel.get(l, start[l]);
      result[l] = exact ? losses[l] : new double[0];
      for (int i = 0; i < start[l].count(); i++) {
        double[] w = start[l].get(i).data();
        result[l] = Arrays.copyOf(result[l], result[l].length + w.length);
        System.arraycopy(w, 0, result[l], result[l].length - w.length, w.length);
      }
    }
    return result;
  }
}
