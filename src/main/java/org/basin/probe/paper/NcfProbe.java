package org.basin.probe.paper;

import java.util.List;
import java.util.stream.Stream;
import org.basin.data.Data;
import org.basin.nn.Loss;
import org.basin.nn.Model;
import org.basin.nn.Parameters;
import org.basin.probe.ModelWork.Reading;
import org.basin.probe.Observable;
import org.basin.probe.Probe;
import org.basin.probe.ProbeCost;
import org.basin.probe.ProbeFactory;
import org.basin.probe.ProbeName;
import org.basin.probe.TrialView;
import org.basin.settings.Key;
import org.basin.settings.Range;
import org.basin.settings.Section;

/**
 * {@code ncf}: the neural correlation function at the whole weight's direction ŵ = w/‖w‖, and how
 * closely the gradient of the loss L follows it. Kumar &amp; Haupt (2024), Section 3.
 *
 * <ul>
 *   <li>{@code ncf}: N(ŵ)
 *   <li>{@code ncf-lambda}: λ = 2N(ŵ), the multiplier of a KKT point λŵ = ∇N(ŵ)
 *   <li>{@code ncf-kkt}: ‖∇N(ŵ) − (ŵᵀ∇N(ŵ))ŵ‖/‖∇N(ŵ)‖, in [0, 1]; 0 at a KKT point
 *   <li>{@code growth-rate}: −wᵀ∇L(w)/‖w‖², which is d ln‖w‖/dt under gradient flow; near w = 0 it
 *       is close to λ, by the law d‖w‖²/dt = 4N(w)
 *   <li>{@code ncf-error}: ‖−∇L(w)/‖w‖ − ∇N(ŵ)‖/‖∇N(ŵ)‖; as it tends to 0, that law becomes exact,
 *       and so does dŵ/dt = ∇N(ŵ) − 2N(ŵ)ŵ
 * </ul>
 *
 * <p>With {@code saddle} or {@code saddle-above}, all of this is for a saddle (w̄_n, 0) (Section
 * 5): w is w_z, the neurons that are not at the saddle; N has the residual labels around the
 * current w_n; ∇L is with respect to w_z. All observables are NaN for w = 0, and the ratios also if
 * ∇N = 0. With a name, they are {@code ncf.<name>} and so on.
 */
final class NcfProbe implements ProbeFactory {

  @Override
  public String kind() {
    return "ncf";
  }

  @Override
  public String summary() {
    return "The neural correlation function of the weights' direction, and how closely the loss follows it.";
  }

  @Override
  public List<Observable> observables() {
    return List.of(
        Observable.scalar(
            "ncf[.<name>]", "loss", Range.ANY, "N(ŵ), ŵ = w/‖w‖; NaN for w = 0, as all of these"),
        Observable.scalar(
            "ncf-lambda[.<name>]",
            "loss",
            Range.ANY,
            "2N(ŵ), the multiplier λ of a KKT point λŵ = ∇N(ŵ)"),
        Observable.scalar(
            "ncf-kkt[.<name>]",
            "",
            Range.closed(0, 1),
            "‖∇N(ŵ) − (ŵᵀ∇N(ŵ))ŵ‖ / ‖∇N(ŵ)‖; 0 at a KKT point"),
        Observable.scalar(
            "growth-rate[.<name>]",
            "1/time",
            Range.ANY,
            "−wᵀ∇L(w)/‖w‖², which is d ln‖w‖/dt under gradient flow"),
        Observable.scalar(
            "ncf-error[.<name>]",
            "",
            Range.NON_NEGATIVE,
            "‖−∇L(w)/‖w‖ − ∇N(ŵ)‖ / ‖∇N(ŵ)‖; 0 where the loss follows N"));
  }

  @Override
  public List<Key> keys() {
    return Stream.concat(Saddle.KEYS.stream(), Stream.of(ProbeName.KEY)).toList();
  }

  @Override
  public Probe create(Section section, Model model, Data data, Loss loss) {
    List<String> names =
        Stream.of("ncf", "ncf-lambda", "ncf-kkt", "growth-rate", "ncf-error")
            .map(name -> ProbeName.of(section, name))
            .toList();
    return new NcfWatch(
        Correlation.of(section, model, data, loss),
        Saddle.of(section, model),
        new Parameters(model.shapes()),
        names);
  }

  private record NcfWatch(
      Correlation correlation, Saddle saddle, Parameters unit, List<String> scalars)
      implements Probe {

    @Override
    public ProbeCost cost() {
      return ProbeCost.ofLook(
          correlation
              .gradientWork(saddle)
              .andForward(correlation.examples())
              .andReading(Reading.GRADIENT));
    }

    @Override
    public void observe(TrialView view, Recorder recorder) {
      Parameters small = correlation.near(saddle, view.parameters());
      FlatVector w = FlatVector.of(small);
      double norm = w.norm();
      for (int i = 0; i < unit.count(); i++) {
        double[] from = small.get(i).data();
        double[] to = unit.get(i).data();
        for (int k = 0; k < to.length; k++) {
          to[k] = from[k] / norm;
        }
      }
      double value = correlation.value(unit);
      FlatVector slope = FlatVector.of(correlation.gradient(unit));
      FlatVector descent = FlatVector.of(saddle.small(view.gradient()));
      recorder.record(scalars.get(0), value);
      recorder.record(scalars.get(1), 2 * value);
      recorder.record(scalars.get(2), slope.sineTo(w));
      recorder.record(scalars.get(3), -w.inner(descent) / w.inner(w));
      recorder.record(scalars.get(4), slope.distanceTo(descent, -1 / norm) / slope.norm());
    }
  }
}
