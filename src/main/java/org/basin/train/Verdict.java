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

  /**
   * Returns the verdict that has a {@link #text}.
   *
   * @throws IllegalArgumentException if no verdict has this text
   */
  public static Verdict of(String text) {
    for (Verdict verdict : values()) {
      if (verdict.text.equals(text)) {
        return verdict;
      }
    }
    throw new IllegalArgumentException("no verdict is written " + text);
  }

  /** Returns the verdict as tables hold it and people read it: {@code timed_out}. */
  public String text() {
    return text;
  }

  /** Whether the trial came to an end of its own, so that its last values count in statistics. */
  public boolean isComplete() {
    return this == CONVERGED || this == EXHAUSTED;
  }
}
