package org.basin.nn.schedule;

/** How the step size moves: a factor on the optimiser's step size, by update. Stateless. */
public interface Schedule {

  /** The factor of update {@code step}, the first being 0; not negative. */
  double factor(long step);
}
