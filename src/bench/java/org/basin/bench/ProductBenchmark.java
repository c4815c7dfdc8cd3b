package org.basin.bench;

import java.util.concurrent.TimeUnit;
import org.basin.linalg.Blas;
import org.basin.linalg.Matrix;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The matrix products of the papers' layers, by {@link Blas}. */
@State(Scope.Thread)
@Fork(1)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 1)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class ProductBenchmark {

  /** Outputs × inputs × examples: LY17's, AZLL19's at two widths, a square one. */
  @Param({"100x100x200", "200x200x50", "1000x1000x50", "512x512x512"})
  private String shape;

  private Matrix weights;
  private Matrix inputs;
  private Matrix outputs;

  /** Returns a matrix with entries near 1. */
  @Setup
  public void start() {
    String[] sizes = shape.split("x", 3);
    int m = Integer.parseInt(sizes[0]);
    int k = Integer.parseInt(sizes[1]);
    int n = Integer.parseInt(sizes[2]);
    weights = filled(m, k);
    inputs = filled(k, n);
    outputs = filled(m, n);
  }

  /** W · X. */
  @Benchmark
  public Matrix forward() {
    Blas.multiply(false, weights, false, inputs, outputs);
    return outputs;
  }

  /** Wᵀ · G. */
  @Benchmark
  public Matrix backward() {
    Blas.multiply(true, weights, false, outputs, inputs);
    return inputs;
  }

  /** G · Xᵀ. */
  @Benchmark
  public Matrix gradient() {
    Blas.multiply(false, outputs, true, inputs, weights);
    return weights;
  }

  private static Matrix filled(int rows, int columns) {
    Matrix matrix = new Matrix(rows, columns);
    for (int i = 0; i < matrix.data().length; i++) {
      matrix.data()[i] = 1 + 1e-3 * (i % 7);
    }
    return matrix;
  }
}
