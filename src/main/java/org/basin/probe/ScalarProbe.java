package org.basin.probe;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * A probe of one number that depends only on the current step.
 *
 * @param observable its name
 * @param value the number at a step
 * @param cost what the probe costs
 */
public record ScalarProbe(String observable, ToDoubleFunction<TrialView> value, ProbeCost cost)
    implements Probe {

  /** A probe that reads the parameters and no more. */
  public ScalarProbe(String observable, ToDoubleFunction<TrialView> value) {
    this(observable, value, ProbeCost.CHEAP);
  }

  @Override
  public List<String> scalars() {
    return List.of(observable);
  }

  @Override
  public void observe(TrialView view, Recorder recorder) {
    recorder.record(observable, value.applyAsDouble(view));
  }
}
