package org.basin.probe.general;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.basin.nn.NeuronSum;
import org.basin.plan.TrialSpec;
import org.basin.probe.ModelWork;
import org.basin.probe.ModelWork.Reading;
import org.basin.probe.Probe;
import org.basin.probe.ProbeCost;
import org.basin.probe.ProbeFactory;
import org.basin.probe.WholeLoss;
import org.basin.settings.Section;
import org.basin.settings.Settings;
import org.basin.testing.CountingModel;
import org.basin.testing.CountingView;
import org.basin.testing.Trials;
import org.basin.train.TrialParts;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What every probe of the catalogue says that it costs, against what it is seen to do. Examples
 * that pass through the model are counted, and so is what is read of the view. Numbers that a probe
 * reads one by one are not, nor products that it makes without the model.
 */
class ProbeCostTest {

  /** After so many steps, any probe of {@link ProbeExamples} does the same again. */
  private static final int STEPS = 14;

  static Stream<ProbeFactory> catalogue() {
    return Probes.CATALOGUE.factories().stream();
  }

  @ParameterizedTest
  @MethodSource("catalogue")
  void cost_isWhatTheProbeDoes(ProbeFactory factory) {
    Set<Reading> told = EnumSet.noneOf(Reading.class);
    Set<Reading> seen = EnumSet.noneOf(Reading.class);
    for (Settings trial : ProbeExamples.trials()) {
      Settings probed = trial.with("observe.probes", List.of(settings(factory)));
      if (ProbeExamples.fits(probed)) {
        Watched watched = new Watched(factory, Trials.spec(probed, 1));
        told.addAll(watched.told());
        seen.addAll(watched.check());
      }
    }
    assertThat(seen).as("what is read of the view").isEqualTo(told);
  }

  private static Settings settings(ProbeFactory factory) {
    Settings settings = ProbeExamples.settings(factory);
    // How many products the method needs depends on the spectrum, so here it takes all it may.
    return factory.kind().equals("sharpness")
        ? settings.with("max-iterations", 3L).with("tolerance", 1e-300)
        : settings;
  }

  /** A probe that watches a trial whose work is counted. */
  private static final class Watched implements Probe.Recorder {
    private final TrialParts parts;
    private final CountingModel model;
    private final CountingView view;
    private final Probe probe;
    private final ProbeCost cost;
    private final Set<Reading> seen = EnumSet.noneOf(Reading.class);

    Watched(ProbeFactory factory, TrialSpec spec) {
      parts = TrialParts.of(spec, List.of());
      model = new CountingModel(parts.model());
      view = new CountingView(parts);
      Section section = spec.section("observe").sections("probes").get(0);
      probe = factory.create(section, model.model(), parts.data(), parts.loss());
      cost = probe.cost();
      model.take(); // A probe may try the model when it is made.
    }

    Set<Reading> told() {
      Set<Reading> all = EnumSet.noneOf(Reading.class);
      all.addAll(cost.look().readings());
      all.addAll(cost.step().readings());
      return all;
    }

    /** Returns what was read of the view. */
    Set<Reading> check() {
      ModelWork first = follow().and(look());
      ModelWork steps = ModelWork.NONE;
      ModelWork looks = ModelWork.NONE;
      for (int i = 0; i < STEPS; i++) {
        view.next();
        steps = steps.and(follow());
        looks = looks.and(look());
      }
      if (isCounted()) {
        assertAlike("a step", steps, cost.step().times(STEPS));
        assertAlike("a look", looks, cost.look().times(STEPS));
        double step = cost.step().forward() == 0 ? 0 : first.forward();
        assertThat(first.forward() - step)
            .isBetween(
                (cost.start().forward() + forward(cost.look())) / 2,
                (cost.start().forward() + forward(cost.look())) * 2);
      }
      return seen;
    }

    private ModelWork follow() {
      if (probe.followsEveryLoss()) {
        probe.followLoss(view.batchLoss());
      }
      if (probe.followsEveryStep()) {
        probe.follow(view);
      }
      return counted(cost.step());
    }

    private ModelWork look() {
      probe.observe(view, this);
      return counted(cost.look());
    }

    private ModelWork counted(ModelWork told) {
      Set<Reading> read = view.take();
      assertThat(told.readings()).containsAll(read);
      seen.addAll(read);
      return model.take();
    }

    /** Whether all examples pass through the model: not those of this loss in closed form. */
    private boolean isCounted() {
      return !(parts.model() instanceof NeuronSum) || parts.data().population() == null;
    }

    private void assertAlike(String what, ModelWork counted, ModelWork told) {
      assertThat(counted.forward())
          .as("examples forward, %s", what)
          .isBetween(forward(told) / 2, forward(told) * 2);
      double backward = told.backward() + told.gradients() * WholeLoss.examples(parts.data());
      assertThat(counted.backward())
          .as("examples backward, %s", what)
          .isBetween(backward / 2, backward * 2);
    }

    private double forward(ModelWork told) {
      return told.forward() + told.gradients() * WholeLoss.examples(parts.data());
    }

    @Override
    public void record(String observable, double value) {
      // What is recorded does not matter.
    }

    @Override
    public void record(String observable, int component, double value) {
      // What is recorded does not matter.
    }
  }
}
