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

/** {@code distance-from-init}: the ℓ2 distance of all trained parameters from those at step 0. */
public final class DistanceFromInitProbe implements ProbeFactory {

  @Override
  public String kind() {
    return "distance-from-init";
  }

  @Override
  public String summary() {
    return "The ℓ2 distance of all trained parameters from those at step 0.";
  }

  @Override
  public List<Observable> observables() {
    return List.of(
        Observable.scalar(
            "distance-from-init",
            "weights",
            Range.NON_NEGATIVE,
            "‖θ − θ(0)‖, all trained parameters together"));
  }

  @Override
  public List<Key> keys() {
    return List.of();
  }

  @Override
  public Probe create(Section section, Model model, Data data, Loss loss) {
    return new ScalarProbe(
        "distance-from-init", view -> view.parameters().trainedDistance(view.initialParameters()));
  }
}
