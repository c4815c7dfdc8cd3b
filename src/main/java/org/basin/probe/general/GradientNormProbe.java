package org.basin.probe.general;

import java.util.List;
import org.basin.data.Data;
import org.basin.nn.Loss;
import org.basin.nn.Model;
import org.basin.probe.ModelWork;
import org.basin.probe.ModelWork.Reading;
import org.basin.probe.Observable;
import org.basin.probe.Probe;
import org.basin.probe.ProbeCost;
import org.basin.probe.ProbeFactory;
import org.basin.probe.ScalarProbe;
import org.basin.settings.Key;
import org.basin.settings.Range;
import org.basin.settings.Section;

/**
 * {@code gradient-norm}: the ℓ2 norm of the loss's gradient with respect to all trained parameters.
 * If the whole loss is not known, the minibatch's loss is used.
 */
public final class GradientNormProbe implements ProbeFactory {

  @Override
  public String kind() {
    return "gradient-norm";
  }

  @Override
  public String summary() {
    return "The ℓ2 norm of the loss's gradient with respect to all trained parameters.";
  }

  @Override
  public List<Observable> observables() {
    return List.of(
        Observable.scalar(
            "gradient-norm",
            "loss/weights",
            Range.NON_NEGATIVE,
            "‖∇L‖; of the minibatch's loss where the whole is not known"));
  }

  @Override
  public List<Key> keys() {
    return List.of();
  }

  @Override
  public Probe create(Section section, Model model, Data data, Loss loss) {
    return new ScalarProbe(
        "gradient-norm",
        view -> view.gradient().trainedNorm(),
        ProbeCost.ofLook(ModelWork.NONE.andReading(Reading.GRADIENT)));
  }
}
