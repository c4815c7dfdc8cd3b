package org.basin.nn;

import java.util.List;
import org.basin.linalg.Matrix;
import org.basin.linalg.Norms;

/**
 * The tensors of one trial's model in the order of {@link Model#shapes()}; also their gradients, or
 * an optimiser's state for them. It is mutable and owned by one lane.
 */
public final class Parameters {

  private final List<Shape> shapes;
  private final Matrix[] tensors;

  /** Makes new tensors of zeros. */
  public Parameters(List<Shape> shapes) {
    this.shapes = List.copyOf(shapes);
    this.tensors = new Matrix[shapes.size()];
    for (int i = 0; i < tensors.length; i++) {
      tensors[i] = new Matrix(shapes.get(i).rows(), shapes.get(i).columns());
    }
  }

  /** Uses the given tensors, one for each shape, without copying them. */
  public Parameters(List<Shape> shapes, Matrix[] tensors) {
    this.shapes = shapes;
    this.tensors = tensors;
  }

  public List<Shape> shapes() {
    return shapes;
  }

  public int count() {
    return tensors.length;
  }

  /** Tensor {@code i} itself, not a copy. */
  public Matrix get(int i) {
    return tensors[i];
  }

  /** Whether the optimiser trains tensor {@code i}. */
  public boolean isTrained(int i) {
    return shapes.get(i).trained();
  }

  /** A deep copy. */
  public Parameters copy() {
    Parameters copy = new Parameters(shapes);
    copy.copyFrom(this);
    return copy;
  }

  /** Copies the elements of {@code other}, which must have the same shapes. */
  public void copyFrom(Parameters other) {
    for (int i = 0; i < tensors.length; i++) {
      tensors[i].copyFrom(other.tensors[i]);
    }
  }

  /** The ℓ2 norm of all trained tensors together, summed in storage order. */
  public double trainedNorm() {
    double sum = 0;
    for (int i = 0; i < tensors.length; i++) {
      if (isTrained(i)) {
        for (double x : tensors[i].data()) {
          sum += x * x;
        }
      }
    }
    return Math.sqrt(sum);
  }

  /** The ℓ2 distance of the trained tensors from those of {@code other}. */
  public double trainedDistance(Parameters other) {
    double sum = 0;
    for (int i = 0; i < tensors.length; i++) {
      if (isTrained(i)) {
        sum += Norms.squaredDistance(tensors[i].data(), other.tensors[i].data());
      }
    }
    return Math.sqrt(sum);
  }

  public void fill(double value) {
    for (Matrix tensor : tensors) {
      tensor.fill(value);
    }
  }
}
