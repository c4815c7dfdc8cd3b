package org.basin.kernel.doubles;

/** Products of matrices whose elements are vectors of lanes. */
public interface LaneProducts {

  /**
   * Computes C ← S + AB in every lane. Each element is a sum in the order of its terms by fused
   * multiply-adds, which begins with the element of S.
   *
   * @param m the number of rows of A, S and C
   * @param n the number of columns of B, S and C
   * @param k the number of terms of a sum
   * @param s may be C itself
   * @param b the only matrix that may be uniform
   */
  void multiply(int m, int n, int k, LaneMatrix s, LaneMatrix a, LaneMatrix b, LaneMatrix c);
}
