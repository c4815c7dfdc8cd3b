package org.basin.nn;

import java.util.Optional;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * A rule that moves parameters against their gradient. Stateless; each lane has a {@link State}.
 */
public interface Optimiser {

  /**
   * A new memory (momentum and the like), as before the first update.
   *
   * @param initial the parameters at step 0; not modified, and not kept
   * @param noise a stream of this lane alone, for rules that draw random numbers
   */
  State start(Parameters initial, UniformRandomProvider noise);

  /** The step size of update {@code step}, the first being 0; schedule included. */
  double stepSize(long step);

  /** Which update it makes, where that has a name; the default is none. */
  default Optional<UpdateForm> form() {
    return Optional.empty();
  }

  /** How each step's examples are chosen, for a stochastic optimiser; null for the full batch. */
  default Minibatch minibatch() {
    return null;
  }

  /** Gradients that an update takes, about, the step's own included: what cost is predicted by. */
  default double gradientsPerStep() {
    return 1;
  }

  /**
   * Passes over the trained parameters that an update takes, about, one being a read and a write of
   * each: likewise.
   */
  default double passesPerStep() {
    return 1;
  }

  /**
   * How many times as many numbers as the parameters have its {@link State} holds, about: what
   * memory is predicted by.
   */
  default double copies() {
    return 2;
  }

  /** What one lane's optimiser remembers between updates. */
  interface State {

    /**
     * One update of the trained tensors.
     *
     * @param gradient at {@code parameters}; may be overwritten
     * @param objective the loss whose gradient that is, for rules that need it at other points too
     */
    void update(Parameters parameters, Parameters gradient, double stepSize, Objective objective);
  }
}
