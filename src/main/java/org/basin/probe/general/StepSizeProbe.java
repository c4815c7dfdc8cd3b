package org.basin.probe.general;

import java.util.List;
import org.basin.data.Data;
import org.basin.nn.Loss;
import org.basin.nn.Model;
import org.basin.probe.Observable;
import org.basin.probe.Probe;
import org.basin.probe.ProbeFactory;
import org.basin.probe.ScalarProbe;
import org.basin.settings.Key;
import org.basin.settings.Range;
import org.basin.settings.Section;

/**
 * {@code step-size}: the step size of the update that follows this step, with the schedule applied.
 */
public final class StepSizeProbe implements ProbeFactory {

  @Override
  public String kind() {
    return "step-size";
  }

  @Override
  public String summary() {
    return "The step size of the next update, with the schedule applied.";
  }

  @Override
  public List<Observable> observables() {
    return List.of(
        Observable.scalar(
            "step-size", "time", Range.NON_NEGATIVE, "η_n of the update that follows"));
  }

  @Override
  public List<Key> keys() {
    return List.of();
  }

  @Override
  public Probe create(Section section, Model model, Data data, Loss loss) {
    return new ScalarProbe("step-size", view -> view.optimiser().stepSize(view.step()));
  }
}
