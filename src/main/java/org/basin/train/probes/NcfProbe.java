package org.basin.train.probes;

import java.util.List;
import org.basin.data.Data;
import org.basin.nn.Loss;
import org.basin.nn.Model;
import org.basin.nn.Parameters;
import org.basin.plan.Key;
import org.basin.plan.Section;
import org.basin.train.Probe;
import org.basin.train.ProbeFactory;
import org.basin.train.TrialView;

/**
 * {@code ncf}: the neural correlation function of the whole weight's direction ŵ = w/‖w‖. Kumar
 * &amp; Haupt (2024), Section 3.
 *
 * <ul>
 *   <li>{@code ncf}: N(ŵ)
 *   <li>{@code ncf-lambda}: λ = 2N(ŵ), the multiplier of a KKT point λŵ = ∇N(ŵ)
 *   <li>{@code ncf-kkt}: ‖∇N(ŵ) − (ŵᵀ∇N(ŵ))ŵ‖/‖∇N(ŵ)‖, in [0, 1]; 0 at a KKT point
 * </ul>
 *
 * <p>NaN for w = 0; {@code ncf-kkt} also where ∇N = 0.
 */
final class NcfProbe implements ProbeFactory {

  @Override
  public String kind() {
    return "ncf";
  }

  @Override
  public List<Key> keys() {
    return List.of();
  }

  @Override
  public Probe create(Section section, Model model, Data data, Loss loss) {
    return new NcfWatch(Correlation.of(section, model, data, loss), new Parameters(model.shapes()));
  }

  private record NcfWatch(Correlation correlation, Parameters unit) implements Probe {

    @Override
    public List<String> scalars() {
      return List.of("ncf", "ncf-lambda", "ncf-kkt");
    }

    @Override
    public void observe(TrialView view, Recorder recorder) {
      Flat w = Flat.of(view.parameters());
      double norm = w.norm();
      for (int i = 0; i < unit.count(); i++) {
        double[] from = view.parameters().get(i).data();
        double[] to = unit.get(i).data();
        for (int k = 0; k < to.length; k++) {
          to[k] = from[k] / norm;
        }
      }
      double value = correlation.value(unit);
      recorder.record("ncf", value);
      recorder.record("ncf-lambda", 2 * value);
      recorder.record("ncf-kkt", Flat.of(correlation.gradient(unit)).sineTo(w));
    }
  }
}
