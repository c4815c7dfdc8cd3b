package org.basin.probe.general;

import java.util.List;
import org.basin.data.Data;
import org.basin.linalg.SpectralNorm;
import org.basin.nn.Loss;
import org.basin.nn.Model;
import org.basin.nn.Shape;
import org.basin.probe.ModelWork;
import org.basin.probe.Observable;
import org.basin.probe.Probe;
import org.basin.probe.ProbeCost;
import org.basin.probe.ProbeFactory;
import org.basin.probe.ProbeName;
import org.basin.probe.ScalarProbe;
import org.basin.settings.Key;
import org.basin.settings.Range;
import org.basin.settings.Section;
import org.basin.settings.SpecException;

/**
 * {@code spectral-norm}: ‖W‖₂, the largest singular value of one tensor, to a relative tolerance.
 * With a name, the observable is {@code spectral-norm.<name>}, so that a trial may have several
 * such probes.
 */
public final class SpectralNormProbe implements ProbeFactory {

  @Override
  public String kind() {
    return "spectral-norm";
  }

  @Override
  public String summary() {
    return "The largest singular value of one tensor.";
  }

  @Override
  public List<Observable> observables() {
    return List.of(
        Observable.scalar(
            "spectral-norm[.<name>]",
            "weights",
            Range.NON_NEGATIVE,
            "‖W‖₂, the largest singular value"));
  }

  @Override
  public List<Key> keys() {
    return List.of(
        Key.text("tensor", "the tensor's name, such as layers.0.weight; absent: the model's first")
            .optional(),
        Key.real("tolerance", Range.POSITIVE, "max relative error of the norm"),
        ProbeName.KEY);
  }

  @Override
  public Probe create(Section section, Model model, Data data, Loss loss) {
    List<String> names = model.shapes().stream().map(Shape::name).toList();
    int index = section.has("tensor") ? names.indexOf(section.text("tensor")) : 0;
    if (index < 0) {
      throw new SpecException(
          section.path() + ".tensor",
          "is " + section.text("tensor") + ", must be one of " + String.join(", ", names));
    }
    double tolerance = section.real("tolerance");
    return new ScalarProbe(
        ProbeName.of(section, "spectral-norm"),
        view -> SpectralNorm.of(view.parameters().get(index), tolerance),
        ProbeCost.ofLook(work(model.shapes().get(index))));
  }

  private static ModelWork work(Shape shape) {
    return ModelWork.NONE
        .andProducts(SpectralNorm.products(shape.rows(), shape.columns()))
        .andElements(2.0 * shape.rows() * shape.columns());
  }
}
