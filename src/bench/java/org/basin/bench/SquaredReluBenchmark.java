package org.basin.bench;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.commons.rng.UniformRandomProvider;
import org.basin.kernel.LaneTrial;
import org.basin.kernel.RunAheadKernel;
import org.basin.kernel.SquaredReluShape;
import org.basin.kernel.provider.Kernels;
import org.basin.linalg.Matrix;
import org.basin.linalg.Precision;
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
 * Steps of 64 squared ReLU networks, one in each lane. The score is the time of one trial's step.
 */
@State(Scope.Thread)
@Fork(1)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 1)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class SquaredReluBenchmark {

  private static final int LANES = 64;
  private static final int STEPS = 100;
  private static final int EXAMPLES = 50;

  @Param({"vector", "plain"})
  private String form;

  @Param private Precision precision;

  @Param("2")
  private int features;

  @Param({"20", "50"})
  private int neurons;

  private final double[] stepSizes = new double[LANES * STEPS];
  private final double[] losses = new double[LANES * STEPS];
  private RunAheadKernel kernel;

  /**
   * Trials with Gaussian inputs and labels, weights near 0, and a step size with which none
   * diverges.
   */
  @Setup
  public void start() {
    var shape =
        new SquaredReluShape(
            features, neurons, EXAMPLES, 0.5, new DescentTerms(false, false, false), precision);
    kernel =
        shape.kernel(
            form.equals("plain") ? Kernels.plain(precision) : Kernels.of(precision), LANES);
    UniformRandomProvider stream = RandomStreams.stream(1, "bench");
    for (int lane = 0; lane < LANES; lane++) {
      var parameters =
          new Parameters(List.of(new Shape("layers.0.weight", neurons, features, true)));
      fill(parameters.get(0), 1e-2, stream);
      Matrix inputs = new Matrix(features, EXAMPLES);
      Matrix labels = new Matrix(1, EXAMPLES);
      fill(inputs, 1, stream);
      fill(labels, 1, stream);
      kernel.put(
          lane, new LaneTrial(parameters, inputs, labels, new UpdateForm.Descent(0, false, 0)));
    }
    Arrays.fill(stepSizes, 1e-5);
  }

  /** Takes consecutive steps, as between two observations. */
  @Benchmark
  @OperationsPerInvocation(LANES * STEPS)
  public double[] descend() {
    kernel.descend(LANES, STEPS, stepSizes, losses);
    return losses;
  }

  private static void fill(Matrix matrix, double scale, UniformRandomProvider stream) {
    for (int i = 0; i < matrix.data().length; i++) {
      matrix.data()[i] = scale * (2 * stream.nextDouble() - 1);
    }
  }
}
