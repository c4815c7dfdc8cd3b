package org.basin.bench;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.commons.rng.UniformRandomProvider;
import org.basin.kernel.DeepLinearShape;
import org.basin.kernel.LaneTrial;
import org.basin.kernel.StepwiseKernel;
import org.basin.kernel.provider.Kernels;
import org.basin.linalg.Matrix;
import org.basin.linalg.Precision;
import org.basin.linalg.StepExamples;
import org.basin.nn.DescentTerms;
import org.basin.nn.Parameters;
import org.basin.nn.Shape;
import org.basin.nn.UpdateForm;
import org.basin.settings.RandomStreams;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Steps of 64 linear networks of four layers, one in each lane. The score is the time of one
 * trial's step.
 */
@State(Scope.Thread)
@Fork(1)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 1)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class DeepLinearBenchmark {

  private static final int LANES = 64;
  private static final int EXAMPLES = 1000;
  private static final int DEPTH = 4;

  @Param({"vector", "plain"})
  private String form;

  @Param private Precision precision;

  @Param({"shared", "own"})
  private String examples;

  private final StepExamples[] step = new StepExamples[LANES];
  private final double[] stepSizes = new double[LANES];
  private final double[] least = new double[LANES];
  private final double[] greatest = new double[LANES];
  private StepwiseKernel kernel;

  /** Trials of uniform inputs in R² and weights, at a step that leaves them where they are. */
  @Setup
  public void start() {
    var shape =
        new DeepLinearShape(
            2, DEPTH, 2, EXAMPLES, 0, true, new DescentTerms(false, false, false), precision);
    kernel =
        shape.kernel(
            form.equals("plain") ? Kernels.plain(precision) : Kernels.of(precision), LANES);
    UniformRandomProvider stream = RandomStreams.stream(1, "bench");
    for (int lane = 0; lane < LANES; lane++) {
      var parameters =
          new Parameters(
              List.of(
                  new Shape("layers.0.weight", 2, 2, true),
                  new Shape("layers.1.weight", 2, 2, true),
                  new Shape("layers.2.weight", 2, 2, true),
                  new Shape("layers.3.weight", 1, 2, true)));
      for (int layer = 0; layer < DEPTH; layer++) {
        fill(parameters.get(layer), stream);
      }
      kernel.put(lane, new LaneTrial(parameters, null, null, new UpdateForm.Descent(0, false, 0)));
      boolean isNew = lane == 0 || examples.equals("own");
      step[lane] = isNew ? labelled(filled(2, stream)) : step[0];
    }
    Arrays.fill(stepSizes, 1e-12);
  }

  /** Takes one step of every trial. The examples exist already, the weights are new. */
  @Benchmark
  @OperationsPerInvocation(LANES)
  public double[] step() {
    kernel.examples(LANES, step);
    kernel.evaluate(LANES, false, least, greatest);
    kernel.update(LANES, stepSizes);
    return greatest;
  }

  private static Matrix filled(int rows, UniformRandomProvider stream) {
    Matrix matrix = new Matrix(rows, EXAMPLES);
    fill(matrix, stream);
    return matrix;
  }

  private static StepExamples labelled(Matrix inputs) {
    Matrix labels = new Matrix(1, EXAMPLES);
    for (int e = 0; e < EXAMPLES; e++) {
      labels.set(0, e, Math.signum(inputs.get(1, e)));
    }
    return StepExamples.of(inputs, labels);
  }

  private static void fill(Matrix matrix, UniformRandomProvider stream) {
    for (int i = 0; i < matrix.data().length; i++) {
      matrix.data()[i] = 2 * stream.nextDouble() - 1;
    }
  }
}
