package org.basin.settings;

import java.io.Serializable;

/**
 * One thing wrong with a trial's settings.
 *
 * @param path the setting at fault, relative to the trial: {@code optimiser.step-size}
 * @param kind what sort of fault
 * @param message what is wrong and what would be right, to follow the path in a sentence
 */
public record Problem(String path, Kind kind, String message) implements Serializable {

  /** Sorts of fault. */
  public enum Kind {
    /** No such key for the kinds chosen (it may be one of other kinds). */
    UNKNOWN,
    MISSING,
    /** Of the wrong type, out of range, no such kind, or in contradiction to others. */
    ILLEGAL
  }

  /** The path and what is wrong, in one line. */
  @Override
  public String toString() {
    return path + " " + message;
  }
}
