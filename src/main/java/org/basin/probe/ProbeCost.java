package org.basin.probe;

/**
 * What a probe costs, as far as it is known before the trial is trained. Nothing depends on it but
 * predictions of time. That a look reads every parameter once and records the scalars goes without
 * saying.
 *
 * @param look the work of {@link Probe#observe} at a step
 * @param step the work of {@link Probe#follow} at a step
 * @param start the work that the first look does besides
 */
public record ProbeCost(ModelWork look, ModelWork step, ModelWork start) {

  /** A probe that reads the parameters and no more. */
  public static final ProbeCost CHEAP =
      new ProbeCost(ModelWork.NONE, ModelWork.NONE, ModelWork.NONE);

  /** A probe whose looks do {@code look}. */
  public static ProbeCost ofLook(ModelWork look) {
    return new ProbeCost(look, ModelWork.NONE, ModelWork.NONE);
  }

  /** A probe that does {@code step} at every step. */
  public static ProbeCost ofStep(ModelWork step) {
    return new ProbeCost(ModelWork.NONE, step, ModelWork.NONE);
  }
}
