package org.basin.nn;

import org.apache.commons.rng.UniformRandomProvider;

/** Draws the parameters a trial starts from. Stateless. */
public interface Initialiser {

  /**
   * Sets every tensor of {@code parameters}.
   *
   * @param model whose parameters they are
   * @param stream the trial's init stream, at its start
   */
  void initialise(Model model, Parameters parameters, UniformRandomProvider stream);
}
