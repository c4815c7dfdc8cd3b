package org.basin.kernel.doubles;

import java.util.Arrays;
import org.basin.kernel.DeepLinearShape;

/** Computes the kernel in plain Java, one trial after another. */
final class PlainDeepLinear extends DeepLinearLanes {

  PlainDeepLinear(DeepLinearShape shape, int lanes) {
    super(shape, 1, lanes);
  }

  @Override
  protected void pass(DeepLinearGroup group, int count, boolean exact) {
    double[] examples = group.shared();
    double[] w = group.direction;
    double[] pull = group.pull;
    Arrays.fill(pull, 0);
    double sum = 0;
    double smalls = 0;
    for (int e = 0, i = 0; e < count; e++, i += w.length) {
      double margin = w[0] * examples[i];
      for (int c = 1; c < w.length; c++) {
        margin += w[c] * examples[i + c];
      }
      double small = LaneMath.exp(-Math.abs(margin));
      double error = margin < 0 ? -margin : 0;
      if (exact) {
        sum += error + LaneMath.log1p(small);
      } else {
        sum += error;
        smalls += small;
      }
      double weight = (margin < 0 ? 1 : small) / (1 + small);
      for (int c = 0; c < w.length; c++) {
        pull[c] += weight * examples[i + c];
      }
    }
    group.losses[0] = sum;
    group.smalls[0] = smalls;
  }
}
