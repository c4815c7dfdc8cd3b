package org.basin.probe.general;

import java.util.List;
import org.basin.data.Data;
import org.basin.linalg.Matrix;
import org.basin.nn.Loss;
import org.basin.nn.Model;
import org.basin.nn.Shape;
import org.basin.probe.ComponentProbe;
import org.basin.probe.ModelWork;
import org.basin.probe.Observable;
import org.basin.probe.Probe;
import org.basin.probe.ProbeCost;
import org.basin.probe.ProbeFactory;
import org.basin.probe.TrialView;
import org.basin.settings.Key;
import org.basin.settings.Range;
import org.basin.settings.Section;

/**
 * {@code parameters}: records every element of every tensor. The observable of a tensor is {@code
 * parameter.<tensor>}, for example {@code parameter.layers.0.weight}. Its components are the
 * elements in PyTorch's order, row by row.
 */
public final class ParametersProbe implements ProbeFactory {

  @Override
  public String kind() {
    return "parameters";
  }

  @Override
  public String summary() {
    return "Every element of every tensor, in PyTorch's layout.";
  }

  @Override
  public List<Observable> observables() {
    return List.of(
        Observable.each(
            "element",
            "parameter.<tensor>",
            "weights",
            Range.ANY,
            "the element itself, in PyTorch's order: row by row"));
  }

  @Override
  public List<Key> keys() {
    return List.of();
  }

  @Override
  public Probe create(Section section, Model model, Data data, Loss loss) {
    List<String> names = model.shapes().stream().map(s -> "parameter." + s.name()).toList();
    return new ComponentProbe() {
      @Override
      public ProbeCost cost() {
        return ProbeCost.ofLook(ModelWork.NONE.andRecords(Shape.size(model.shapes())));
      }

      @Override
      public void observe(TrialView view, Recorder recorder) {
        for (int i = 0; i < names.size(); i++) {
          Matrix tensor = view.parameters().get(i);
          int component = 0;
          for (int r = 0; r < tensor.rows(); r++) {
            for (int c = 0; c < tensor.columns(); c++) {
              recorder.record(names.get(i), component++, tensor.get(r, c));
            }
          }
        }
      }
    };
  }
}
