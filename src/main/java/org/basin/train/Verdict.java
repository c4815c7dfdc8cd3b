package org.basin.train;

import java.util.Locale;

/** The way in which a trial ended. */
public enum Verdict {
  /** A target was reached: the loss or the gradient norm fell to its threshold. */
  CONVERGED,
  /** The step budget ran out. */
  EXHAUSTED,
  /** The loss became non-finite or grew beyond its limit. */
  DIVERGED,
  /** The trial could not be built, or threw; its error says why. */
  FAILED,
  /** The trial's own wall-clock limit passed. */
  TIMED_OUT;

  private final String text = name().toLowerCase(Locale.ROOT);

  /** Returns the verdict as tables hold it and people read it: {@code timed_out}. */
  public String text() {
    return text;
  }
}
