package org.basin.stats.curve;

/**
 * One segment of a curve that was divided by {@link Phases}.
 *
 * @param fromStep the step of its first observation
 * @param toStep the step of its last observation
 * @param count the number of its observations
 * @param start the line's value at its first observation, on the scale of the search
 * @param end the line's value at its last observation
 * @param residual the standard deviation around the line, √(S/(n − 2)); NaN for two observations
 * @param isPlateau whether it belongs to the curve's plateau
 */
public record Phase(
    long fromStep,
    long toStep,
    int count,
    double start,
    double end,
    double residual,
    boolean isPlateau) {

  /** What the curve moves in this phase. */
  double change() {
    return end - start;
  }

  Phase onPlateau() {
    return new Phase(fromStep, toStep, count, start, end, residual, true);
  }
}
