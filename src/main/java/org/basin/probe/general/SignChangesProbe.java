package org.basin.probe.general;

import java.util.List;
import org.basin.data.Data;
import org.basin.nn.Layered;
import org.basin.nn.Loss;
import org.basin.nn.Model;
import org.basin.probe.ComponentProbe;
import org.basin.probe.Observable;
import org.basin.probe.Probe;
import org.basin.probe.ProbeCost;
import org.basin.probe.ProbeFactory;
import org.basin.probe.TrialView;
import org.basin.settings.Key;
import org.basin.settings.Range;
import org.basin.settings.Section;

/**
 * {@code sign-changes}: the fraction of a hidden layer's preactivations, over neurons and training
 * examples, that are positive now but were not at step 0, or the reverse. There is one component
 * per layer; it is NaN if a preactivation is NaN. In a wide network few signs change: Allen-Zhu, Li
 * &amp; Liang (2019).
 */
final class SignChangesProbe implements ProbeFactory {

  @Override
  public String kind() {
    return "sign-changes";
  }

  @Override
  public String summary() {
    return "The fraction of each hidden layer's preactivations whose sign has changed since step 0.";
  }

  @Override
  public List<Observable> observables() {
    return List.of(
        Observable.each(
            "hidden layer",
            "sign-changes",
            "",
            Range.closed(0, 1),
            "preactivations with another sign than at step 0 / all, over neurons and examples"));
  }

  @Override
  public List<Key> keys() {
    return List.of();
  }

  @Override
  public Probe create(Section section, Model model, Data data, Loss loss) {
    FrozenSigns signs = new FrozenSigns(section, model, data);
    Layered layered = signs.model();
    int layers = layered.hiddenLayers();
    return new ComponentProbe() {
      @Override
      public ProbeCost cost() {
        double signs0 = layered.activations() * signs.examples();
        return ProbeCost.ofLook(signs.work().andElements(signs0).andRecords(layers));
      }

      @Override
      public void observe(TrialView view, Recorder recorder) {
        double[] changed = new double[layers];
        long[] all = new long[layers];
        signs.visit(
            view,
            (inputs, outputs, now, start) -> {
              for (int l = 0; l < layers; l++) {
                double[] z = layered.preactivations(now, l).data();
                changed[l] += changes(z, layered.preactivations(start, l).data());
                all[l] += z.length;
              }
            });
        for (int l = 0; l < layers; l++) {
          recorder.record("sign-changes", l, changed[l] / all[l]);
        }
      }
    };
  }

  private static double changes(double[] now, double[] start) {
    long changes = 0;
    for (int i = 0; i < now.length; i++) {
      if (Double.isNaN(now[i])) {
        return Double.NaN;
      }
      if (now[i] > 0 != start[i] > 0) {
        changes++;
      }
    }
    return changes;
  }
}
