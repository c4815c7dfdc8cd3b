package org.basin.stats.comparison;

import java.util.Comparator;
import java.util.stream.IntStream;

/** The correction of p values for many tests: Holm (1979), Scand. J. Stat. 6:65. */
public final class Holm {

  private Holm() {}

  /**
   * Corrects the p values of one family of tests: the i-th smallest of n is multiplied by n − i +
   * 1, and none is smaller than one before it or greater than 1.
   *
   * @param p the p values; a NaN stands for no test and is not counted
   * @return the corrected ones in the same order; NaN stays NaN
   */
  public static double[] adjust(double[] p) {
    int[] order =
        IntStream.range(0, p.length)
            .filter(i -> !Double.isNaN(p[i]))
            .boxed()
            .sorted(Comparator.comparingDouble(i -> p[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    double[] adjusted = p.clone();
    double before = 0;
    for (int i = 0; i < order.length; i++) {
      before = Math.max(before, Math.min(1, (order.length - i) * p[order[i]]));
      adjusted[order[i]] = before;
    }
    return adjusted;
  }
}
