package org.basin.linalg;

import java.util.Arrays;

/**
 * A dense matrix, stored column by column: element (r, c) is {@code data[c * rows + r]}. Every
 * matrix owns its array. There are no views, because a native product copies whole arrays.
 */
public final class Matrix {

  private final int rows;
  private final int columns;
  private final double[] data;

  /** {@link #data} rounded to float; null until {@link #floats} is called. */
  private float[] floats;

  /** Makes a rows × columns matrix of zeros. */
  public Matrix(int rows, int columns) {
    this(rows, columns, new double[Math.multiplyExact(rows, columns)]);
  }

  /**
   * Makes a matrix that uses {@code data} itself, not a copy.
   *
   * @throws IllegalArgumentException if {@code data} does not have rows · columns elements
   */
  public Matrix(int rows, int columns, double[] data) {
    if (data.length != rows * columns) {
      throw new IllegalArgumentException(rows + " x " + columns + " from " + data.length);
    }
    this.rows = rows;
    this.columns = columns;
    this.data = data;
  }

  /**
   * Makes a matrix from rows of equal length, the form in which sweep files and PyTorch write one.
   */
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

  /** The array of elements itself, column by column, for kernels; not a copy. */
  public double[] data() {
    return data;
  }

  /**
   * The elements rounded to the nearest floats, column by column. They are computed at the first
   * call and kept, so the matrix must no longer change (a training set's does not). Safe for
   * several threads.
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

  /** Copies the elements of {@code other}, which must have the same shape. */
  public void copyFrom(Matrix other) {
    if (other.rows != rows || other.columns != columns) {
      throw new IllegalArgumentException(other + " into " + this);
    }
    System.arraycopy(other.data, 0, data, 0, data.length);
  }

  public void fill(double value) {
    Arrays.fill(data, value);
  }

  /** The shape, for example {@code 20 x 2}. */
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
