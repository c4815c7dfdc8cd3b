package org.basin.kernel.doubles;

import java.util.Arrays;

/** An array of numbers within a larger one. */
public final class LaneArray {

  private final double[] data;
  private final int at;
  private final int length;

  /**
   * Makes a view.
   *
   * @param data the larger array
   * @param at the index of the first number
   * @param length how many numbers
   */
  public LaneArray(double[] data, int at, int length) {
    this.data = data;
    this.at = at;
    this.length = length;
  }

  /** All of an array. */
  public static LaneArray of(double[] data) {
    return new LaneArray(data, 0, data.length);
  }

  /** Returns an array of {@code length} zeros. */
  public static LaneArray zeros(int length) {
    return of(new double[length]);
  }

  /** The larger array. */
  public double[] data() {
    return data;
  }

  /** The index of the first number in {@link #data}. */
  public int at() {
    return at;
  }

  /** How many numbers. */
  public int length() {
    return length;
  }

  /** Number {@code i}. */
  public double get(int i) {
    return data[at + i];
  }

  /** Sets number {@code i}. */
  public void set(int i, double x) {
    data[at + i] = x;
  }

  /** Sets all numbers. */
  void fill(double x) {
    Arrays.fill(data, at, at + length, x);
  }

  /** Copies the first {@code count} numbers of {@code from}. */
  void copyFrom(double[] from, int count) {
    System.arraycopy(from, 0, data, at, count);
  }

  /** Copies the first {@code count} numbers of {@code from}. */
  public void copyFrom(LaneArray from, int count) {
    System.arraycopy(from.data, from.at, data, at, count);
  }

  /** Copies as many numbers as {@code to} has. */
  public void copyTo(double[] to) {
    System.arraycopy(data, at, to, 0, to.length);
  }
}
