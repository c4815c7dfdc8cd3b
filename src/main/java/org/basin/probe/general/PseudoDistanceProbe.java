package org.basin.probe.general;

import java.util.List;
import org.basin.data.Data;
import org.basin.linalg.Matrix;
import org.basin.nn.Loss;
import org.basin.nn.Model;
import org.basin.probe.Observable;
import org.basin.probe.Probe;
import org.basin.probe.ProbeCost;
import org.basin.probe.ProbeFactory;
import org.basin.probe.ScalarProbe;
import org.basin.settings.Key;
import org.basin.settings.Range;
import org.basin.settings.Section;

/**
 * {@code pseudo-distance}: the mean of |f − g| over outputs and training examples, where f is the
 * network and g its pseudo-network, which has the network's weights and the activation signs of
 * step 0. It is 0 as long as no sign has changed. Allen-Zhu, Li &amp; Liang (2019), Section 6.
 */
final class PseudoDistanceProbe implements ProbeFactory {

  @Override
  public String kind() {
    return "pseudo-distance";
  }

  @Override
  public String summary() {
    return "How far a network's outputs are from those with the activation signs of step 0.";
  }

  @Override
  public List<Observable> observables() {
    return List.of(
        Observable.scalar(
            "pseudo-distance",
            "outputs",
            Range.NON_NEGATIVE,
            "mean |f − g|, g having the weights of now and the signs of step 0"));
  }

  @Override
  public List<Key> keys() {
    return List.of();
  }

  @Override
  public Probe create(Section section, Model model, Data data, Loss loss) {
    FrozenSigns signs = new FrozenSigns(section, model, data);
    double terms = (double) signs.examples() * model.outputs();
    return new ScalarProbe(
        "pseudo-distance",
        view -> {
          double[] sum = {0};
          signs.visit(
              view,
              (inputs, outputs, now, start) -> {
                Matrix pseudo = signs.model().pseudo(view.parameters(), inputs, start);
                for (int i = 0; i < pseudo.data().length; i++) {
                  sum[0] += Math.abs(outputs.data()[i] - pseudo.data()[i]);
                }
              });
          return sum[0] / terms;
        },
        // Both networks, and the pseudo-network.
        ProbeCost.ofLook(signs.work().andForward(signs.examples())));
  }
}
