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
 * {@code weight-norm}: the ℓ2 norm of all trained parameters together, in the unit of the weights.
 */
public final class WeightNormProbe implements ProbeFactory {

  @Override
  public String kind() {
    return "weight-norm";
  }

  @Override
  public String summary() {
    return "The ℓ2 norm of all trained parameters together.";
  }

  @Override
  public List<Observable> observables() {
    return List.of(
        Observable.scalar(
            "weight-norm", "weights", Range.NON_NEGATIVE, "‖θ‖, all trained parameters together"));
  }

  @Override
  public List<Key> keys() {
    return List.of();
  }

  @Override
  public Probe create(Section section, Model model, Data data, Loss loss) {
    return new ScalarProbe("weight-norm", view -> view.parameters().trainedNorm());
  }
}
