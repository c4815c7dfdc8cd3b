package org.basin.plan.hitting;

import java.io.Serializable;
import java.util.Arrays;

/**
 * What a hitting time's quantity must pass.
 *
 * @param value the threshold, or the multiple of the reference that is the threshold
 * @param below whether a quantity &lt; threshold is beyond it; if false, a quantity ≥ threshold is
 * @param reference of what {@code value} is a multiple
 */
public record Threshold(double value, boolean below, Reference reference) implements Serializable {

  /** Of what a threshold is a multiple. */
  public enum Reference {
    /** Of nothing: it is the number itself. */
    NONE("none"),
    /** Of the quantity where it is first defined: at step 0, or a change at step 1. */
    START("start"),
    /** Of the quantity's min over all steps before; undefined before the first one. */
    MIN_SO_FAR("min-so-far"),
    /** Of the quantity's max over all steps before; undefined before the first one. */
    MAX_SO_FAR("max-so-far");

    private final String text;

    Reference(String text) {
      this.text = text;
    }

    /** The reference's name in sweep files. */
    public String text() {
      return text;
    }

    /** Returns the reference that sweep files call {@code text}. */
    public static Reference of(String text) {
      return Arrays.stream(values()).filter(r -> r.text.equals(text)).findAny().orElseThrow();
    }

    /** The names of all references. */
    public static String[] texts() {
      return Arrays.stream(values()).map(Reference::text).toArray(String[]::new);
    }
  }

  /** Whether the reference may change from step to step. */
  public boolean isMoving() {
    return reference == Reference.MIN_SO_FAR || reference == Reference.MAX_SO_FAR;
  }

  /**
   * Returns the number to pass.
   *
   * @param of the value of the reference; ignored without one
   */
  public double limit(double of) {
    return reference == Reference.NONE ? value : value * of;
  }

  /** Whether {@code x} is beyond the number to pass. It is not if either is NaN. */
  public boolean isBeyond(double x, double limit) {
    return below ? x < limit : x >= limit;
  }

  /**
   * Returns the reference after a step.
   *
   * @param before the reference before it; NaN if there is none yet
   * @param x the quantity at the step; NaN changes nothing
   */
  public double follow(double before, double x) {
    if (!isMoving() || Double.isNaN(x)) {
      return before;
    }
    if (Double.isNaN(before)) {
      return x;
    }
    return reference == Reference.MIN_SO_FAR ? Math.min(before, x) : Math.max(before, x);
  }
}
