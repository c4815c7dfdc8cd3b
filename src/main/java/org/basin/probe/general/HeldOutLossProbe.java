package org.basin.probe.general;

import java.util.List;
import java.util.function.Function;
import org.basin.data.Data;
import org.basin.data.Examples;
import org.basin.nn.Loss;
import org.basin.nn.Model;
import org.basin.probe.ModelWork;
import org.basin.probe.Observable;
import org.basin.probe.Probe;
import org.basin.probe.ProbeCost;
import org.basin.probe.ProbeFactory;
import org.basin.probe.ScalarProbe;
import org.basin.probe.SetObjective;
import org.basin.settings.Key;
import org.basin.settings.Range;
import org.basin.settings.Section;
import org.basin.settings.SpecException;

/**
 * {@code test-loss} and {@code validation-loss}: the trial's loss, with its reduction, over
 * examples that are not used for training.
 */
final class HeldOutLossProbe implements ProbeFactory {

  private final String set;
  private final Function<Data, Examples> examples;

  private HeldOutLossProbe(String set, Function<Data, Examples> examples) {
    this.set = set;
    this.examples = examples;
  }

  static HeldOutLossProbe test() {
    return new HeldOutLossProbe("test", Data::test);
  }

  static HeldOutLossProbe validation() {
    return new HeldOutLossProbe("validation", Data::validation);
  }

  @Override
  public String kind() {
    return set + "-loss";
  }

  @Override
  public String summary() {
    return "The loss over the " + set + " examples.";
  }

  @Override
  public List<Observable> observables() {
    return List.of(
        Observable.scalar(set + "-loss", "loss", Range.ANY, "L over the " + set + " examples"));
  }

  @Override
  public List<Key> keys() {
    return List.of();
  }

  @Override
  public Probe create(Section section, Model model, Data data, Loss loss) {
    Examples held = examples.apply(data);
    if (held == null) {
      throw new SpecException(
          section.path(), "is " + kind() + ", which needs data with " + set + "-samples");
    }
    loss.check(held.labels());
    SetObjective objective = new SetObjective(model, loss, held.inputs(), held.labels());
    return new ScalarProbe(
        kind(),
        view -> objective.value(view.parameters()),
        ProbeCost.ofLook(ModelWork.forward(held.inputs().columns())));
  }
}
