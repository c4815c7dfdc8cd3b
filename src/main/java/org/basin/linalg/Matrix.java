package org.basin.linalg;

import java.util.Arrays;

/**
 * A dense matrix, column by column: element (r, c) stands at {@code data[c * rows + r]}. Every
 * matrix owns its array; there are no views, because a native product copies whole arrays.
 */
public final class Matrix {

  private final int rows;
  private final int columns;
  private final double[] data;

  /** {@link #data} rounded; null until asked for. */
  private float[] floats;

  /** A rows × columns matrix of zeros. */
  public Matrix(int rows, int columns) {
    this(rows, columns, new double[Math.multiplyExact(rows, columns)]);
  }

  /**
   * A matrix around {@code data}, which it takes over.
   *
   * @throws IllegalArgumentException if {@code data} has not rows · columns elements
   */
  public Matrix(int rows, int columns, double[] data) {
    if (data.length != rows * columns) {
      throw new IllegalArgumentException(rows + " x " + columns + " from " + data.length);
    }
    this.rows = rows;
    this.columns = columns;
    this.data = data;
  }

  /** A matrix from rows of equal length, as a sweep file or PyTorch writes one. */
  public static Matrix ofRows(double[][] rows) {
    Matrix matrix = new Matrix(rows.length, rows.length == 0 ? 0 : rows[0].length);
    for (int r = 0; r < matrix.rows; r++) {
      for (int c = 0; c < matrix.columns; c++) {
        matrix.set(r, c, rows[r][c]);
      }
    }
    return matrix;
  }

  public static Matrix identity(int size) {
    Matrix matrix = new Matrix(size, size);
    for (int i = 0; i < size; i++) {
      matrix.set(i, i, 1);
    }
    return matrix;
  }

  public int rows() {
    return rows;
  }

  public int columns() {
    return columns;
  }

  /** The elements themselves, column by column, not a copy: for kernels. */
  public double[] data() {
    return data;
  }

  /**
   * The nearest floats, column by column, made at the first call: of a matrix that no longer
   * changes, as that of a training set. Safe for several threads.
   */
  public synchronized float[] floats() {
    if (floats == null) {
      floats = new float[data.length];
      for (int i = 0; i < data.length; i++) {
        floats[i] = (float) data[i];
      }
    }
    return floats;
  }

  public double get(int r, int c) {
    return data[c * rows + r];
  }

  public void set(int r, int c, double value) {
    data[c * rows + r] = value;
  }

  public Matrix copy() {
    return new Matrix(rows, columns, data.clone());
  }

  /** Takes the elements of {@code other}, which has the same shape. */
  public void copyFrom(Matrix other) {
    if (other.rows != rows || other.columns != columns) {
      throw new IllegalArgumentException(other + " into " + this);
    }
    System.arraycopy(other.data, 0, data, 0, data.length);
  }

  public void fill(double value) {
    Arrays.fill(data, value);
  }

  /** The shape: {@code 20 x 2}. */
  @Override
  public String toString() {
    return rows + " x " + columns;
  }

  /** Adds {@code value}·I to this square matrix. */
  public void addToDiagonal(double value) {
    for (int i = 0; i < data.length; i += rows + 1) {
      data[i] += value;
    }
  }
}
