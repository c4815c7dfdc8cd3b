package org.basin.data;

import java.util.HashMap;
import java.util.Map;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.basin.nn.Loss;
import org.basin.nn.Model;
import org.basin.nn.Parameters;
import org.basin.nn.loss.Losses;
import org.basin.nn.model.Models;
import org.basin.settings.RandomStreams;
import org.basin.settings.Section;
import org.basin.settings.Settings;
import org.basin.testing.Sections;

/** Populations with a residual teacher of ReLUs, and students of theirs, for tests. */
final class ReluPopulations {

  static final Loss MEAN = squared("mean");

  private ReluPopulations() {}

  static Population population(String law, double scale, String skip, int dimension) {
    Map<String, Object> settings = new HashMap<>(settings(skip, dimension));
    settings.put("law", law);
    settings.put("scale", scale);
    return create(settings);
  }

  static Population create(Map<String, Object> settings) {
    return (Population)
        new PopulationFactory()
            .create(Sections.data("population", settings), RandomStreams.stream(1, "data"));
  }

  static Map<String, Object> settings(String skip, long dimension) {
    return Map.ofEntries(
        Map.entry("dimension", dimension),
        Map.entry("teacher.kind", "network"),
        Map.entry("teacher.outputs", 1L),
        Map.entry("teacher.model.kind", "residual"),
        Map.entry("teacher.model.skip", skip),
        Map.entry("teacher.model.activation.kind", "relu"),
        Map.entry("teacher.model.activation.derivative-at-zero", 0.0),
        Map.entry("teacher.init.kind", "gaussian"),
        Map.entry("teacher.init.std", 0.4));
  }

  static Model residual(String skip, int inputs) {
    return residual(skip, inputs, 0);
  }

  static Model residual(String skip, int inputs, double slope) {
    return model(
        Map.of(
            "kind",
            "residual",
            "skip",
            skip,
            "activation.kind",
            "relu",
            "activation.derivative-at-zero",
            slope),
        inputs);
  }

  static Model model(Map<String, ?> settings, int inputs) {
    Section section = new Section("model", Settings.of(settings));
    return Models.CATALOGUE.of(section).create(section, inputs, 1);
  }

  static Parameters drawn(Model model, double std, long seed) {
    Parameters parameters = new Parameters(model.shapes());
    ZigguratSampler.NormalizedGaussian normal =
        ZigguratSampler.NormalizedGaussian.of(RandomStreams.stream(seed, "init"));
    double[] w = parameters.get(0).data();
    for (int k = 0; k < w.length; k++) {
      w[k] = std * normal.sample();
    }
    return parameters;
  }

  static Loss squared(String reduction) {
    Section section =
        new Section("loss", Settings.of(Map.of("kind", "squared", "reduction", reduction)));
    return Losses.CATALOGUE.of(section).create(section);
  }
}
