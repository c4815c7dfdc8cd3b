package example;

import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.basin.nn.Optimiser;
import org.basin.nn.OptimiserFactory;
import org.basin.nn.Parameters;
import org.basin.nn.schedule.Schedule;
import org.basin.nn.schedule.Schedules;
import org.basin.settings.Key;
import org.basin.settings.Range;
import org.basin.settings.Section;

/**
 * Descent by the signs of the gradient: w ← w − η·sign(g). Bernstein et al. (2018), "signSGD".
 *
 * @param stepSize η of the first update
 * @param schedule the factor on it
 */
public record SignDescent(double stepSize, Schedule schedule) implements Optimiser {

  @Override
  public double stepSize(long step) {
    return stepSize * schedule.factor(step);
  }

  @Override
  public double copies() {
    return 0;
  }

  @Override
  public State start(Parameters initial, UniformRandomProvider noise) {
    return (parameters, gradient, step, objective) -> {
      for (int t = 0; t < parameters.count(); t++) {
        if (parameters.isTrained(t)) {
          double[] w = parameters.get(t).data();
          double[] g = gradient.get(t).data();
          for (int i = 0; i < w.length; i++) {
            w[i] -= step * Math.signum(g[i]);
          }
        }
      }
    };
  }

  /** {@code sign-descent}. */
  public static final class Factory implements OptimiserFactory {

    @Override
    public String kind() {
      return "sign-descent";
    }

    @Override
    public String summary() {
      return "Descent by the signs of the gradient: every weight moves by the step size.";
    }

    @Override
    public List<Key> keys() {
      return List.of(
          Key.real("step-size", Range.POSITIVE, "η; the schedule multiplies it"),
          Key.component("schedule", "schedule", "factor on the step size, by update"));
    }

    @Override
    public Optimiser create(Section section) {
      Section schedule = section.section("schedule");
      return new SignDescent(
          section.real("step-size"), Schedules.CATALOGUE.of(schedule).create(schedule));
    }
  }
}
