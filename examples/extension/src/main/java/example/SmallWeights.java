package example;

import java.util.List;
import org.basin.data.Data;
import org.basin.nn.Loss;
import org.basin.nn.Model;
import org.basin.nn.Parameters;
import org.basin.probe.Observable;
import org.basin.probe.Probe;
import org.basin.probe.ProbeFactory;
import org.basin.probe.ScalarProbe;
import org.basin.settings.Key;
import org.basin.settings.Range;
import org.basin.settings.Section;

/** {@code small-weights}: the share of the trained parameters with |w| below a threshold. */
public final class SmallWeights implements ProbeFactory {

  @Override
  public String kind() {
    return "small-weights";
  }

  @Override
  public String summary() {
    return "The share of the trained parameters that are small.";
  }

  @Override
  public List<Key> keys() {
    return List.of(Key.real("below", Range.POSITIVE, "a smaller |w| is small"));
  }

  @Override
  public List<Observable> observables() {
    return List.of(
        Observable.scalar("small-weights", "", Range.closed(0, 1), "count of |w| < `below` / all"));
  }

  @Override
  public Probe create(Section section, Model model, Data data, Loss loss) {
    double below = section.real("below");
    return new ScalarProbe("small-weights", view -> share(view.parameters(), below));
  }

  private static double share(Parameters parameters, double below) {
    double small = 0;
    double all = 0;
    for (int t = 0; t < parameters.count(); t++) {
      if (parameters.isTrained(t)) {
        for (double w : parameters.get(t).data()) {
          small += Math.abs(w) < below ? 1 : 0;
          all++;
        }
      }
    }
    return small / all;
  }
}
