package org.basin.nn;

import java.util.List;

/**
 * A rule that moves parameters against their gradient. Stateless; each lane has a {@link State}.
 */
public interface Optimiser {

  /** A new memory (momentum and the like), as before the first update. */
  State start(List<Shape> shapes);

  /** The step size of update {@code step}, the first being 0; schedule included. */
  double stepSize(long step);

  /** How each step's examples are chosen, for a stochastic optimiser; null for the full batch. */
  default Minibatch minibatch() {
    return null;
  }

  /** What one lane's optimiser remembers between updates. */
  interface State {

    /**
     * One update of the trained tensors.
     *
     * @param gradient at {@code parameters}; may be overwritten
     */
    void update(Parameters parameters, Parameters gradient, double stepSize);
  }
}
