package org.basin.nn.penalty;

import org.basin.nn.Parameters;

/**
 * A regulariser: a function of the parameters that an optimiser minimises together with the loss.
 */
public interface Penalty {

  /**
   * The penalty term of one trial. *
   *
   * @param initial the parameters at step 0; not modified, and not kept
   * @throws org.basin.settings.SpecException if it names a tensor that is not trained
   */
  Term start(Parameters initial);

  /** A penalty as a function of the parameters. One lane owns it. */
  interface Term {

    double value(Parameters parameters);

    /** Adds the penalty's gradient at {@code parameters} to {@code gradient}. */
    void addGradient(Parameters parameters, Parameters gradient);
  }
}
