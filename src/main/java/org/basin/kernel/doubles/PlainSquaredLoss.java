package org.basin.kernel.doubles;

/** The squares (φ − y)² of one lane in plain Java. */
final class PlainSquaredLoss implements LaneLoss {

  private final int outputs;

  PlainSquaredLoss(int outputs) {
    this.outputs = outputs;
  }

  @Override
  public void add(
      LaneArray output, LaneArray labels, int at, int examples, double factor, double[] sum) {
    double scale = 2 * factor;
    double total = sum[0];
    for (int i = 0; i < examples * outputs; i++) {
      double residual = output.get(i) - labels.get(at + i);
      total += residual * residual;
      output.set(i, scale * residual);
    }
    sum[0] = total;
  }
}
