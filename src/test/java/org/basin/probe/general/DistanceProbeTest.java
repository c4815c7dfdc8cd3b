package org.basin.probe.general;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.basin.settings.Settings;
import org.basin.testing.Trials;
import org.basin.train.Outcome;
import org.basin.train.Series;
import org.junit.jupiter.api.Test;

class DistanceProbeTest {

  private static final Settings PLAIN = Settings.of(Map.of("kind", "distance"));

  /** A student of 2 neurons, every weight 1, and a teacher of {@code width}, every weight 2. */
  private static Settings trial(long width, Settings... probes) {
    Map<String, Object> settings = new HashMap<>(Trials.squaredRelu(2, 0).asMap());
    settings.remove("data.target");
    settings.remove("init.std");
    settings.put("data.teacher.kind", "network");
    settings.put("data.teacher.outputs", 1L);
    settings.put("data.teacher.model.kind", "squared-relu");
    settings.put("data.teacher.model.width", width);
    settings.put("data.teacher.init.kind", "explicit");
    settings.put("data.teacher.init.tensors", constant(2));
    settings.put("init.kind", "explicit");
    settings.put("init.tensors", constant(1));
    settings.put("observe.probes", List.of(probes));
    return Settings.of(settings);
  }

  private static List<Settings> constant(double value) {
    return List.of(
        Settings.of(Map.of("kind", "constant", "name", "layers.0.weight", "value", value)));
  }

  private static double only(Outcome outcome, String observable, int component) {
    double[] values = Trials.series(outcome, observable, component).values();
    assertThat(values).hasSize(1);
    return values[0];
  }

  @Test
  void distanceAndAngle_areFromTheTeacherNetwork() {
    Outcome outcome = Trials.train(trial(2, PLAIN));
    assertThat(only(outcome, "distance", Series.SCALAR)).isEqualTo(2);
    assertThat(only(outcome, "angle", Series.SCALAR)).isZero();
  }

  @Test
  void distanceAndAngle_areFromTheValuesGiven() {
    Settings axis =
        PLAIN.withAll(
            Map.of(
                "name",
                "axis",
                "tensor",
                "layers.0.weight",
                "to",
                List.of(List.of(0.0, 3.0), List.of(0.0, 0.0))));
    Outcome outcome = Trials.train(trial(2, PLAIN, axis));
    assertThat(only(outcome, "distance.axis", Series.SCALAR)).isEqualTo(Math.sqrt(7));
    assertThat(only(outcome, "angle.axis", Series.SCALAR)).isCloseTo(60, within(1e-13));
  }

  @Test
  void neuronAngle_isToTheDirectionGiven() {
    Settings down =
        Settings.of(Map.of("kind", "neuron-angle", "to", List.of(0.0, -2.0), "name", "down"));
    Outcome outcome = Trials.train(trial(2, down));
    assertThat(only(outcome, "neuron-angle.down", 1)).isCloseTo(135, within(1e-13));
  }

  @Test
  void whatCannotBeCompared_isAnError() {
    assertThat(Trials.train(trial(3, PLAIN)).error())
        .isEqualTo(
            "observe.probes[0] compares layers.0.weight, but the teacher has no tensor of that name and shape");
    assertThat(
            Trials.train(Trials.squaredRelu(2, 0).with("observe.probes", List.of(PLAIN))).error())
        .isEqualTo(
            "observe.probes[0] has no to, must have it because no teacher network made the labels");
    assertThat(Trials.train(trial(2, PLAIN.with("to", List.of(List.of(1.0, 1.0))))).error())
        .isEqualTo("observe.probes[0].to is given, but tensor is not: give both");
  }

  @Test
  void sameProbeTwice_isAnError() {
    Settings norm = Settings.of(Map.of("kind", "neuron-norm"));
    assertThat(Trials.train(trial(2, norm, norm)).error())
        .isEqualTo("observe.probes[1] is neuron-norm, listed twice alike");
  }
}
