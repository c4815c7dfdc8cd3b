package org.basin.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongUnaryOperator;
import org.basin.data.Minibatches;
import org.basin.data.TrainingSet;
import org.basin.kernel.LaneShape;
import org.basin.kernel.LaneShapes;
import org.basin.kernel.LaneTrial;
import org.basin.kernel.StepwiseKernel;
import org.basin.kernel.provider.Kernels;
import org.basin.linalg.Blas;
import org.basin.linalg.Matrix;
import org.basin.linalg.StepExamples;
import org.basin.linalg.blas.LibraryCopies;
import org.basin.nn.Shape;
import org.basin.plan.TrialSpec;
import org.basin.train.TrialParts;

/**
 * What a step of a trial is made of, each part alone, as often as asked:
 *
 * <ul>
 *   <li>{@code draw}: its minibatch.
 *   <li>{@code products}: the matrix products of forward and backward pass, through {@link Blas}.
 *   <li>{@code copies}: as many native calls with the same arrays that multiply one number by one:
 *       what jblas copies there and back, which it does before Java 22.
 *   <li>{@code kernel}: steps of the trial's kernel on one minibatch, the same each time.
 * </ul>
 *
 * <p>And {@code flops}: what the products count.
 */
final class Parts {

  private final TrialSpec spec;
  private final TrialParts trial;
  private Minibatches minibatches;
  private List<Product> products;
  private Runnable kernel;

  /** C ← op(A) · op(B). */
  private record Product(boolean transposeA, Matrix a, boolean transposeB, Matrix b, Matrix c) {

    void multiply() {
      Blas.multiply(transposeA, a, transposeB, b, c);
    }

    long flops() {
      return 2L * c.rows() * c.columns() * (transposeA ? a.rows() : a.columns());
    }

    void copy() {
      LibraryCopies.multiply(
          'N', 'N', 1, 1, 1, 1, a.data(), a.rows(), b.data(), b.rows(), 0, c.data());
    }
  }

  Parts(TrialSpec spec) {
    this.spec = spec;
    this.trial = TrialParts.of(spec, List.of());
  }

  /** Repeats a part; what it returns is how often. */
  LongUnaryOperator get(String name) {
    return switch (name) {
      case "draw" -> repeat(minibatches()::next);
      case "products" -> repeat(() -> products().forEach(Product::multiply));
      case "copies" -> repeat(() -> products().forEach(Product::copy));
      case "kernel" -> repeat(kernel());
      case "flops" -> n -> n * products().stream().mapToLong(Product::flops).sum();
      default -> throw new IllegalArgumentException(name);
    };
  }

  private static LongUnaryOperator repeat(Runnable part) {
    return times -> {
      for (long i = 0; i < times; i++) {
        part.run();
      }
      return times;
    };
  }

  private Minibatches minibatches() {
    if (minibatches == null) {
      minibatches =
          Minibatches.of(
              trial.data(), trial.optimiser().minibatch(), spec.seeds(), trial.precision());
    }
    return minibatches;
  }

  /** Those of every trained layer but single outputs, which cost next to nothing. */
  private List<Product> products() {
    if (products == null) {
      products = new ArrayList<>();
      int batch = trial.optimiser().minibatch().size();
      for (Shape shape : trial.model().shapes()) {
        if (shape.trained() && shape.rows() > 1 && shape.columns() > 1) {
          Matrix weights = filled(shape.rows(), shape.columns());
          Matrix inputs = filled(shape.columns(), batch);
          Matrix outputs = filled(shape.rows(), batch);
          Matrix gradient = filled(shape.rows(), shape.columns());
          boolean isFirst = products.isEmpty();
          products.add(new Product(false, weights, false, inputs, outputs));
          products.add(new Product(false, outputs, true, inputs, gradient));
          if (!isFirst) {
            products.add(new Product(true, weights, false, outputs, inputs));
          }
        }
      }
    }
    return products;
  }

  private static Matrix filled(int rows, int columns) {
    Matrix matrix = new Matrix(rows, columns);
    for (int i = 0; i < matrix.data().length; i++) {
      matrix.data()[i] = 1e-3 * (i % 101 - 50);
    }
    return matrix;
  }

  private Runnable kernel() {
    if (kernel == null) {
      kernel = newKernel();
    }
    return kernel;
  }

  private Runnable newKernel() {
    int set = trial.data() instanceof TrainingSet examples ? examples.size() : 0;
    LaneShape shape =
        LaneShapes.of(trial.model(), trial.loss(), trial.optimiser(), set, trial.precision())
            .orElseThrow();
    StepwiseKernel kernel = (StepwiseKernel) Kernels.of(shape, 1);
    kernel.put(0, LaneTrial.of(trial.optimiser(), trial.initialParameters(), null, null));
    minibatches().next();
    StepExamples[] examples = {minibatches().examples()};
    double[] loss = new double[1];
    double[] stepSizes = {1e-9};
    return () -> {
      kernel.examples(1, examples);
      kernel.evaluate(1, false, loss, loss);
      kernel.update(1, stepSizes);
    };
  }
}
