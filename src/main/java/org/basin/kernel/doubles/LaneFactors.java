package org.basin.kernel.doubles;

import org.basin.kernel.Wide;
import org.basin.nn.UpdateForm;

/** The factors of the updates of a group, which may differ between its lanes. */
public final class LaneFactors {

  /** The momentum μ, or Adam's β₁. */
  public final double[] momentum;

  /** The weight decay λ. */
  public final double[] weightDecay;

  /** Adam's 1 − β₁. */
  public final double[] meanGain;

  /** Adam's β₂. */
  public final double[] squareKept;

  /** Adam's 1 − β₂. */
  public final double[] squareGain;

  /** Adam's ε. */
  public final double[] epsilon;

  /** Adam's 1 − β₁ᵗ at update t. */
  public final double[] meanShare;

  /** Adam's √(1 − β₂ᵗ) at update t. */
  public final double[] squareShare;

  private final double[][] constants;

  // β₁, β₂, β₁ᵗ and β₂ᵗ. They are wide, because 1 − β₂ᵗ has few digits in float.
  private final @Wide double[] beta1;
  private final @Wide double[] beta2;
  private final @Wide double[] power1;
  private final @Wide double[] power2;
  private final @Wide double[] saved1;
  private final @Wide double[] saved2;

  LaneFactors(int width) {
    momentum = new double[width];
    weightDecay = new double[width];
    meanGain = new double[width];
    squareKept = new double[width];
    squareGain = new double[width];
    epsilon = new double[width];
    meanShare = new double[width];
    squareShare = new double[width];
    constants = new double[][] {momentum, weightDecay, meanGain, squareKept, squareGain, epsilon};
    beta1 = new @Wide double[width];
    beta2 = new @Wide double[width];
    power1 = new @Wide double[width];
    power2 = new @Wide double[width];
    saved1 = new @Wide double[width];
    saved2 = new @Wide double[width];
  }

  /** Sets a lane's factors before the first update. */
  void put(int lane, UpdateForm update) {
    if (update instanceof UpdateForm.Descent descent) {
      momentum[lane] = Real.of(descent.momentum());
      weightDecay[lane] = Real.of(descent.weightDecay());
    } else if (update instanceof UpdateForm.Adam adam) {
      momentum[lane] = Real.of(adam.beta1());
      weightDecay[lane] = Real.of(adam.weightDecay());
      meanGain[lane] = Real.of(1 - adam.beta1());
      squareKept[lane] = Real.of(adam.beta2());
      squareGain[lane] = Real.of(1 - adam.beta2());
      epsilon[lane] = Real.of(adam.epsilon());
      beta1[lane] = adam.beta1();
      beta2[lane] = adam.beta2();
      power1[lane] = 1;
      power2[lane] = 1;
    }
  }

  /** Goes on to the next update of Adam. */
  void advance() {
    for (int l = 0; l < beta1.length; l++) {
      power1[l] *= beta1[l];
      power2[l] *= beta2[l];
      meanShare[l] = Real.of(1 - power1[l]);
      squareShare[l] = Real.of(Math.sqrt(1 - power2[l]));
    }
  }

  /** Copies lane {@code lane} of {@code from} to lane {@code to}. */
  void take(int to, LaneFactors from, int lane) {
    for (int k = 0; k < constants.length; k++) {
      constants[k][to] = from.constants[k][lane];
    }
    beta1[to] = from.beta1[lane];
    beta2[to] = from.beta2[lane];
    power1[to] = from.power1[lane];
    power2[to] = from.power2[lane];
  }

  void save() {
    System.arraycopy(power1, 0, saved1, 0, power1.length);
    System.arraycopy(power2, 0, saved2, 0, power2.length);
  }

  void restore() {
    System.arraycopy(saved1, 0, power1, 0, power1.length);
    System.arraycopy(saved2, 0, power2, 0, power2.length);
  }
}
