package org.basin.plan.hitting;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;

/**
 * The number that a hitting time compares with its threshold, at each step. Its <em>level</em> is
 * an observable, or the ratio of two observables at the same step.
 *
 * @param observable a scalar observable, such as {@code loss} or {@code weight-norm}
 * @param over the scalar observable by which it is divided; empty if it is not divided
 * @param form whether the level itself is compared, or its change from one step to the next
 */
public record Quantity(String observable, String over, Form form) implements Serializable {

  /** What of the level is compared. Every change is per step, and undefined (NaN) at step 0. */
  public enum Form {
    /** x<sub>n</sub>. */
    VALUE("value"),
    /** x<sub>n</sub> − x<sub>n−1</sub>. */
    RATE("rate"),
    /** |x<sub>n</sub> − x<sub>n−1</sub>|. */
    SPEED("speed"),
    /** ln(x<sub>n</sub> / x<sub>n−1</sub>). */
    LOG_RATE("log-rate"),
    /** |ln(x<sub>n</sub> / x<sub>n−1</sub>)|. */
    LOG_SPEED("log-speed");

    private final String text;

    Form(String text) {
      this.text = text;
    }

    /** The form's name in sweep files. */
    public String text() {
      return text;
    }

    /** Returns the form that sweep files call {@code text}. */
    public static Form of(String text) {
      return Arrays.stream(values()).filter(form -> form.text.equals(text)).findAny().orElseThrow();
    }

    /** The names of all forms. */
    public static String[] texts() {
      return Arrays.stream(values()).map(Form::text).toArray(String[]::new);
    }
  }

  /** The value of {@code observable} itself. */
  public static Quantity of(String observable) {
    return new Quantity(observable, "", Form.VALUE);
  }

  /** The one or two observables of which it is made. */
  public List<String> observables() {
    return isRatio() ? List.of(observable, over) : List.of(observable);
  }

  public boolean isRatio() {
    return !over.isEmpty();
  }

  /** Whether it is a change from the step before, which there is from step 1. */
  public boolean isChange() {
    return form != Form.VALUE;
  }

  /** Whether it compares the size of a change, whatever its direction. */
  private boolean isSpeed() {
    return form == Form.SPEED || form == Form.LOG_SPEED;
  }

  /**
   * Returns the level at a step.
   *
   * @param divisor the value of {@code over} at the same step; ignored if it is not divided
   */
  public double level(double value, double divisor) {
    return isRatio() ? value / divisor : value;
  }

  /**
   * Returns the mean change of the level per step between two steps. Between steps that follow one
   * another it is the change itself.
   *
   * @param steps the number of steps between the two; ≥ 1
   * @return NaN if a level is not finite, or if the logarithm is asked for and a level is not
   *     positive, except that a level that stays the same changes by 0
   */
  public double change(double before, double now, long steps) {
    double difference = now - before; // NaN if both are infinite.
    boolean logarithmic = form == Form.LOG_RATE || form == Form.LOG_SPEED;
    double total = logarithmic && difference != 0 ? logRatio(before, now) : difference;
    double mean = Double.isInfinite(total) ? Double.NaN : total / steps;
    return isSpeed() ? Math.abs(mean) : mean;
  }

  private static double logRatio(double before, double now) {
    // The difference of two close numbers is exact, that of their logarithms is not.
    return before > 0 && now > 0 ? StrictMath.log1p((now - before) / before) : Double.NaN;
  }
}
