package org.basin.probe;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * A probe of one number that depends only on the current step.
 *
 * @param observable its name
 * @param value the number at a step
 */
public record ScalarProbe(String observable, ToDoubleFunction<TrialView> value) implements Probe {

  @Override
  public List<String> scalars() {
    return List.of(observable);
  }

  @Override
  public void observe(TrialView view, Recorder recorder) {
    recorder.record(observable, value.applyAsDouble(view));
  }
}
