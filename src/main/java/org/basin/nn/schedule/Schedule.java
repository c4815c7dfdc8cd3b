package org.basin.nn.schedule;

/**
 * A step-size schedule: the factor by which each update multiplies the optimiser's step size.
 * Stateless.
 */
public interface Schedule {

  /** The factor of update {@code step}, counted from 0; not negative. */
  double factor(long step);
}
