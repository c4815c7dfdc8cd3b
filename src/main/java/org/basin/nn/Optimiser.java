package org.basin.nn;

import java.util.List;
import java.util.Optional;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * A rule that updates parameters so that the loss falls. It is stateless; each lane has its own
 * {@link State}.
 */
public interface Optimiser {

  /**
   * Makes a lane's state (momentum, for example) before the first update.
   *
   * @param initial the parameters at step 0; not modified, and not kept
   * @param noise a random stream of this lane only, for rules that draw random numbers
   */
  State start(Parameters initial, UniformRandomProvider noise);

  /** The step size of update {@code step}, counted from 0, with the schedule applied. */
  double stepSize(long step);

  /**
   * The factor on {@link #stepSize} for one tensor: its own step size divided by the common one. 1
   * for a rule that has only one step size. Kernels multiply the step size by it.
   */
  default double stepScale(Shape tensor) {
    return 1;
  }

  /**
   * Checks the rule's settings against the tensors of the model that it trains.
   *
   * @throws org.basin.settings.SpecException if they name a tensor that the model does not have
   */
  default void check(List<Shape> tensors) {}

  /** Describes the update, for kernels that make it in another way; empty by default. */
  default Optional<UpdateForm> form() {
    return Optional.empty();
  }

  /** How a stochastic optimiser chooses each step's examples; null for the full batch. */
  default Minibatch minibatch() {
    return null;
  }

  /**
   * About how many gradients an update computes, including the step's own. Cost is predicted from
   * it.
   */
  default double gradientsPerStep() {
    return 1;
  }

  /**
   * About how many passes over the trained parameters an update makes; one pass reads and writes
   * each of them. Cost is predicted from it.
   */
  default double passesPerStep() {
    return 1;
  }

  /**
   * About how much memory its {@link State} uses, as a multiple of the parameters' own. Memory is
   * predicted from it.
   */
  default double copies() {
    return 2;
  }

  /** The state that one lane's optimiser keeps between updates. */
  interface State {

    /**
     * Makes one update of the trained tensors.
     *
     * @param parameters updated in place
     * @param gradient the gradient at {@code parameters}; may be overwritten
     * @param stepSize the step size of this update, with the schedule applied
     * @param objective the loss, for rules that need its gradient at other points too
     */
    void update(Parameters parameters, Parameters gradient, double stepSize, Objective objective);
  }
}
