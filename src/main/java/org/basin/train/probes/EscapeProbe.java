package org.basin.train.probes;

import java.util.List;
import org.basin.data.Data;
import org.basin.nn.Loss;
import org.basin.nn.Model;
import org.basin.plan.Key;
import org.basin.plan.Range;
import org.basin.plan.Section;
import org.basin.train.Norms;
import org.basin.train.Probe;
import org.basin.train.ProbeFactory;
import org.basin.train.TrialView;

/**
 * {@code escape}: how long the weights stay as small as they started. ‖w‖ is the norm of all
 * trained tensors together and δ that at step 0. Kumar &amp; Haupt (2024), Section 4.
 *
 * <ul>
 *   <li>{@code relative-norm}: ‖w‖/δ
 *   <li>{@code steps-near-start}: the number of steps so far, step 0 included, with ‖w‖ ≤ Cδ
 *   <li>{@code escape-step}: the first step with ‖w‖ &gt; Cδ; NaN until then
 * </ul>
 */
final class EscapeProbe implements ProbeFactory {

  @Override
  public String kind() {
    return "escape";
  }

  @Override
  public List<Key> keys() {
    return List.of(Key.real("factor", Range.atLeast(1), "C: near the start is norm <= C * start"));
  }

  @Override
  public Probe create(Section section, Model model, Data data, Loss loss) {
    return new EscapeWatch(section.real("factor"));
  }

  private static final class EscapeWatch implements Probe {

    private final double factor;
    private double start;
    private long near;
    private double escape = Double.NaN;

    EscapeWatch(double factor) {
      this.factor = factor;
    }

    @Override
    public List<String> scalars() {
      return List.of("relative-norm", "steps-near-start", "escape-step");
    }

    @Override
    public boolean followsEveryStep() {
      return true;
    }

    @Override
    public void follow(TrialView view) {
      double norm = Norms.trained(view.parameters());
      if (view.step() == 0) {
        start = norm;
      }
      if (norm <= factor * start) {
        near++;
      } else if (Double.isNaN(escape)) {
        escape = view.step();
      }
    }

    @Override
    public void observe(TrialView view, Recorder recorder) {
      recorder.record("relative-norm", Norms.trained(view.parameters()) / start);
      recorder.record("steps-near-start", (double) near);
      recorder.record("escape-step", escape);
    }
  }
}
