package org.basin.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.basin.testing.ToySchema.SCHEMA;
import static org.basin.testing.ToySchema.settings;

import java.util.ArrayList;
import java.util.List;
import org.basin.settings.Key;
import org.basin.settings.Range;
import org.basin.settings.Schema;
import org.basin.settings.Settings;
import org.basin.testing.ToySchema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SchemaTest {

  private static List<String> problems(Settings raw) {
    List<String> lines = new ArrayList<>();
    var unused = SCHEMA.resolve(raw, p -> lines.add(p.kind() + " " + p.path() + " " + p.message()));
    return lines;
  }

  private static Settings resolve(Settings raw) {
    return SCHEMA.resolve(
        raw,
        problem -> {
          throw new AssertionError(problem);
        });
  }

  @Test
  void resolve_fillsInDefaultsAndTypes() {
    assertThat(resolve(ToySchema.BASE.with("optimiser.step-size", 1L).with("model.width", 4.0)))
        .isEqualTo(
            settings(
                "model.kind",
                "linear",
                "model.width",
                4L,
                "model.bias",
                false,
                "optimiser.kind",
                "gradient-descent",
                "optimiser.step-size",
                1.0,
                "optimiser.schedule.kind",
                "constant",
                "stop.max-steps",
                100L,
                "observe.tags",
                List.of(),
                "observe.probes",
                List.of(settings("kind", "loss"))));
  }

  @Test
  void resolve_takesTheEnclosingKindsDefaultsFirst() {
    Settings sgd = ToySchema.BASE.with("optimiser.kind", "sgd");
    assertThat(resolve(sgd).get("optimiser.schedule.rate")).isEqualTo(0.5);
    Settings plain = ToySchema.BASE.with("optimiser.schedule", "decay");
    assertThat(resolve(plain).get("optimiser.schedule.rate")).isEqualTo(1.0);
  }

  @Test
  void resolve_normalisesListsOfComponents() {
    Settings raw =
        ToySchema.BASE.with(
            "observe.probes", List.of("loss", settings("kind", "angle", "power", 2L)));
    assertThat(resolve(raw).get("observe.probes"))
        .isEqualTo(List.of(settings("kind", "loss"), settings("kind", "angle", "power", 2.0)));
  }

  /** Such names have dots, and the schema does not know them; each is a path of its own. */
  @Test
  void namedReals_areAnyNames_eachARealOfTheirKey() {
    Settings sgd = ToySchema.BASE.with("optimiser.kind", "sgd");
    Settings raw = sgd.with("optimiser.step-sizes.a.0", 2L).with("optimiser.step-sizes.a.1.w", 0.5);
    Settings resolved = resolve(raw);
    assertThat(resolved.under("optimiser.step-sizes"))
        .isEqualTo(settings("a.0", 2.0, "a.1.w", 0.5));
    assertThat(SCHEMA.withoutDefaults(resolved).under("optimiser.step-sizes"))
        .isEqualTo(settings("a.0", 2.0, "a.1.w", 0.5));
    assertThat(resolve(sgd.with("optimiser.step-sizes", Settings.EMPTY))).isEqualTo(resolve(sgd));
    assertThat(problems(raw.with("optimiser.step-sizes.a.0", 0L)))
        .containsExactly("ILLEGAL optimiser.step-sizes.a.0 is 0, must be a number > 0");
    assertThat(problems(sgd.with("optimiser.step-sizes", 2L)))
        .containsExactly(
            "ILLEGAL optimiser.step-sizes is 2, must be a section of numbers by name, each > 0");
    assertThat(SCHEMA.keyAt("optimiser.step-sizes.a.0", raw))
        .map(Key::type)
        .hasValue(Key.Type.REAL);
    assertThat(SCHEMA.keyAt("optimiser.step-sizes.a.0", ToySchema.BASE)).isEmpty();
    assertThat(SCHEMA.keysAt("optimiser.step-sizes.a.1.w"))
        .extracting(Key::type)
        .containsExactly(Key.Type.REAL);
  }

  @Test
  void resolve_reportsEverything() {
    assertThat(
            problems(
                settings(
                    "model.kind", "lineer",
                    "optimiser.kind", "gradient-descent",
                    "optimiser.stepsize", 1L,
                    "stop.max-steps", -1L,
                    "modle.width", 3L)))
        .containsExactlyInAnyOrder(
            "ILLEGAL model.kind is \"lineer\", must be one of deep, linear; did you mean linear?",
            "UNKNOWN optimiser.stepsize is not a key of optimiser gradient-descent; did you mean"
                + " step-size?",
            "MISSING optimiser.step-size is missing, must be a number > 0",
            "ILLEGAL stop.max-steps is -1, must be a whole number >= 0",
            "UNKNOWN modle is not a key of trial; did you mean model?");
  }

  static List<Arguments> faults() {
    return List.of(
        Arguments.of("optimiser.step-size", "0.1", "is \"0.1\", must be a number > 0"),
        Arguments.of("optimiser.step-size", Double.NaN, "is NaN, must be a number > 0"),
        Arguments.of("optimiser.step-size", Double.POSITIVE_INFINITY, "must be a number > 0"),
        Arguments.of("optimiser.step-size", 0L, "is 0, must be a number > 0"),
        Arguments.of("optimiser.step-size", List.of(1L), "is [1], must be a number > 0"),
        Arguments.of("model.width", 2.5, "is 2.5, must be a whole number >= 1"),
        Arguments.of("model.width", 1e300, "is 1.0E300, must be a whole number >= 1"),
        Arguments.of("model.bias", 1L, "is 1, must be true or false"),
        Arguments.of("model.weights", 1.0, "is 1.0, must be a list of numbers"),
        Arguments.of("model.weights", List.of(1L, List.of(2L)), "must be a list of numbers"),
        Arguments.of("model.width.x", 1L, "is not a key; width must be a whole number >= 1"),
        Arguments.of("optimiser.schedule", "decoy", "one of constant, decay; did you mean decay?"),
        Arguments.of("optimiser.schedule", 5L, "is 5, must be one of constant, decay"),
        Arguments.of("stop", "never", "is \"never\", must be a section"),
        Arguments.of("observe.tags", "a", "must be a list of texts"),
        Arguments.of("observe.probes", "loss", "must be a list of probe sections or names"),
        Arguments.of("observe.probes", List.of("los"), "one of angle, loss; did you mean loss?"),
        Arguments.of("observe.probes", List.of(3L), "is 3, must be one of angle, loss"));
  }

  @ParameterizedTest
  @MethodSource("faults")
  void resolve_saysWhatWouldBeRight(String path, Object value, String message) {
    assertThat(problems(ToySchema.BASE.with(path, value)))
        .singleElement()
        .asString()
        .contains(path)
        .endsWith(message.startsWith("must be a list of numbers") ? "such lists" : "")
        .contains(message);
  }

  @Test
  void resolve_ofAMisspeltChoiceNamesTheNearest() {
    Settings raw = ToySchema.BASE.with("optimiser.kind", "sgd").with("optimiser.sampling", "epoch");
    assertThat(problems(raw).get(0))
        .endsWith("must be one of with-replacement, epochs; did you mean epochs?");
  }

  @Test
  void resolve_takesListsOfRowsOfReals() {
    Settings raw =
        ToySchema.BASE.with("model.weights", List.of(List.of(1L, 2.5), List.of(3L, -0.0)));
    assertThat(resolve(raw).get("model.weights"))
        .isEqualTo(List.of(List.of(1.0, 2.5), List.of(3.0, 0.0)));
  }

  @Test
  void withoutDefaults_keepsOnlyWhatWasChosen() {
    Settings raw =
        ToySchema.BASE
            .with("stop.max-steps", 100L)
            .with("optimiser.schedule.kind", "constant")
            .with("model.bias", true)
            .with("observe.probes", List.of("loss"));
    assertThat(SCHEMA.withoutDefaults(resolve(raw)))
        .isEqualTo(ToySchema.BASE.with("model.bias", true));
  }

  @Test
  void withoutDefaults_resolvesToTheSame() {
    Settings raw =
        ToySchema.BASE
            .with("optimiser.kind", "sgd")
            .with("optimiser.schedule.rate", 1L)
            .with("observe.probes", List.of("loss", settings("kind", "angle", "power", 1L)));
    Settings reduced = SCHEMA.withoutDefaults(resolve(raw));
    assertThat(resolve(reduced)).isEqualTo(resolve(raw));
    assertThat(reduced.get("optimiser.schedule.rate")).isEqualTo(1.0);
    assertThat(reduced.has("optimiser.schedule.kind")).isFalse();
    assertThat(reduced.get("observe.probes"))
        .isEqualTo(List.of(settings("kind", "loss"), settings("kind", "angle")));
  }

  @Test
  void keyAt_followsTheKindsChosen() {
    assertThat(SCHEMA.keyAt("optimiser.batch-size", ToySchema.BASE)).isEmpty();
    assertThat(SCHEMA.keyAt("optimiser.batch-size", ToySchema.BASE.with("optimiser.kind", "sgd")))
        .hasValueSatisfying(key -> assertThat(key.type()).isEqualTo(Key.Type.INTEGER));
    assertThat(
            SCHEMA.keyAt("optimiser.schedule.rate", ToySchema.BASE.with("optimiser.kind", "sgd")))
        .isPresent();
    assertThat(SCHEMA.keyAt("optimiser.kind", ToySchema.BASE))
        .hasValueSatisfying(
            key -> assertThat(key.range().options()).containsExactly("gradient-descent", "sgd"));
    assertThat(SCHEMA.keyAt("stop.max-steps", ToySchema.BASE)).isPresent();
    assertThat(SCHEMA.keyAt("stop.kind", ToySchema.BASE)).isEmpty();
    assertThat(SCHEMA.keyAt("nothing.at.all", ToySchema.BASE)).isEmpty();
  }

  @Test
  void keysAt_looksAtEveryKind() {
    assertThat(SCHEMA.keysAt("optimiser.batch-size")).hasSize(1);
    assertThat(SCHEMA.keysAt("optimiser.schedule.rate")).hasSize(1);
    assertThat(SCHEMA.keysAt("optimiser.momentum")).isEmpty();
    assertThat(SCHEMA.canonicalPath("optimiser.schedule")).isEqualTo("optimiser.schedule.kind");
    assertThat(SCHEMA.canonicalPath("stop")).isEqualTo("stop");
  }

  @Test
  void checkDefaults_reportsKeysAndValues() {
    Schema bad =
        new Schema(
            java.util.Map.of(
                "trial", java.util.Map.of("", List.of(Key.real("x", Range.POSITIVE, "")))),
            settings("trial.x", -1L, "trial.y", 1L));
    List<String> lines = new ArrayList<>();
    bad.checkDefaults(p -> lines.add(p.path() + " " + p.message()));
    assertThat(lines)
        .containsExactly(
            "trial.x is -1, must be a number > 0", "trial.y is not a key of trial; known are x");
    SCHEMA.checkDefaults(p -> lines.add(p.path()));
    assertThat(lines).hasSize(2);
  }
}
