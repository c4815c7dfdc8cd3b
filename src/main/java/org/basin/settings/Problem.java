package org.basin.settings;

import java.io.Serializable;

/**
 * One fault in a trial's settings.
 *
 * @param path the setting at fault, relative to the trial: {@code optimiser.step-size}
 * @param kind the sort of fault
 * @param message the rest of a sentence that begins with the path; it says what is wrong and what
 *     would be right
 */
public record Problem(String path, Kind kind, String message) implements Serializable {

  /** Sorts of fault. */
  public enum Kind {
    /** The chosen kinds have no such key, although other kinds may have it. */
    UNKNOWN,
    MISSING,
    /**
     * The value has the wrong type, is out of range or contradicts others, or there is no such
     * kind.
     */
    ILLEGAL
  }

  /** The path and what is wrong, in one line. */
  @Override
  public String toString() {
    return path + " " + message;
  }
}
