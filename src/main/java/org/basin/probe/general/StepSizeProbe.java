package org.basin.probe.general;

import java.util.List;
import org.basin.data.Data;
import org.basin.nn.Loss;
import org.basin.nn.Model;
import org.basin.probe.Probe;
import org.basin.probe.ProbeFactory;
import org.basin.settings.Key;
import org.basin.settings.Section;

/** {@code step-size}: the step size of the update that follows this step, schedule included. */
public final class StepSizeProbe implements ProbeFactory {

  @Override
  public String kind() {
    return "step-size";
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
