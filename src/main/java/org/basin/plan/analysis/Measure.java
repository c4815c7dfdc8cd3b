package org.basin.plan.analysis;

/**
 * The names of measures. A measure is one number of a trial: a scalar observable's last value, by
 * the observable's name; a hitting time, by its name; {@link #CONVERGED}; a declared rate; the
 * length of a plateau.
 */
public final class Measure {

  /**
   * The steps to convergence: hit by a trial that converged, censored in one whose steps were
   * exhausted, and a competing event in one that ended otherwise. No hitting time has this name.
   */
  public static final String CONVERGED = "converged";

  private static final String RATE = "rate.";
  private static final String PLATEAU = "plateau.";

  /** What the name of a hitting time must be, in words that follow "must be" in a message. */
  public static final String FREE =
      "another name: converged is the steps to convergence, rate. and plateau. begin the names of"
          + " what curves are measured by";

  private Measure() {}

  /** Whether a hitting time of this name would be taken for another measure. */
  public static boolean isReserved(String name) {
    return name.equals(CONVERGED) || name.startsWith(RATE) || name.startsWith(PLATEAU);
  }

  /** The measure of the rate called {@code name}. */
  public static String ofRate(String name) {
    return RATE + name;
  }

  /** The measure of the length of the plateau that the phase search called {@code name} finds. */
  public static String ofPlateau(String name) {
    return PLATEAU + name;
  }
}
