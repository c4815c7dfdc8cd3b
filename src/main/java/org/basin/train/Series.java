package org.basin.train;

/**
 * The observations of one observable over a trial, or of one component of an observable with
 * several.
 *
 * @param observable the observable's name, such as {@code neuron-angle}
 * @param component the component's index, from 0; {@link #SCALAR} for an observable that is a
 *     single number
 * @param steps the observed steps, strictly increasing; step n is after n updates
 * @param values the value at each step; NaN where undefined
 */
@SuppressWarnings("ArrayRecordComponent") // A column of primitives, compared by no one.
public record Series(String observable, int component, long[] steps, double[] values) {

  /** The component of an observable that is a single number. */
  public static final int SCALAR = -1;

  public Series {
    if (steps.length != values.length) {
      throw new IllegalArgumentException(steps.length + " steps, " + values.length + " values");
    }
  }
}
