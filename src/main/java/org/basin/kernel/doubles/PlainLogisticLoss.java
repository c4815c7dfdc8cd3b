package org.basin.kernel.doubles;

/** The terms ln(1 + e^{−yφ}) of one lane in plain Java. */
final class PlainLogisticLoss implements LaneLoss {

  private final int outputs;

  PlainLogisticLoss(int outputs) {
    this.outputs = outputs;
  }

  @Override
  public void add(
      LaneArray output, LaneArray labels, int at, int examples, double factor, double[] sum) {
    double total = sum[0];
    for (int i = 0; i < examples * outputs; i++) {
      double label = labels.get(at + i);
      double margin = label * output.get(i);
      double small = LaneMath.exp(-Math.abs(margin));
      double error = margin < 0 ? -margin : 0;
      total += error + LaneMath.log1p(small);
      double weight = (margin < 0 ? 1 : small) / (1 + small);
      output.set(i, -factor * label * weight);
    }
    sum[0] = total;
  }
}
