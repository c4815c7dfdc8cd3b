package org.basin.kernel.doubles;

/** The terms −ln softmax(φ)_k of one lane in plain Java. Labels are one-hot. */
final class PlainSoftmaxLoss implements LaneLoss {

  private final int outputs;
  private final double[] powers;

  PlainSoftmaxLoss(int outputs) {
    this.outputs = outputs;
    this.powers = new double[outputs];
  }

  @Override
  public void add(
      LaneArray output, LaneArray labels, int at, int examples, double factor, double[] sum) {
    for (int e = 0; e < examples; e++) {
      int from = e * outputs;
      double largest = output.get(from);
      for (int k = 1; k < outputs; k++) {
        largest = Math.max(largest, output.get(from + k)); // Math.max keeps NaN.
      }
      // The largest output's term e^0 = 1 is left out, so that a loss near 0 keeps its digits.
      double rest = 0;
      double chosen = 0;
      boolean isFound = false;
      for (int k = 0; k < outputs; k++) {
        double shifted = output.get(from + k) - largest;
        double power = LaneMath.exp(shifted);
        boolean isTop = shifted == 0 && !isFound;
        isFound |= isTop;
        powers[k] = power;
        rest += isTop ? 0 : power;
        chosen += labels.get(at + from + k) == 0 ? 0 : shifted;
      }
      sum[0] += LaneMath.logOnePlus(rest) - chosen;
      double scale = factor / (1 + rest);
      isFound = false;
      for (int k = 0; k < outputs; k++) {
        boolean isTop = output.get(from + k) - largest == 0 && !isFound;
        isFound |= isTop;
        double others = isTop ? rest : 1 + rest - powers[k];
        output.set(from + k, (labels.get(at + from + k) == 0 ? powers[k] : -others) * scale);
      }
    }
  }
}
