package org.basin.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.basin.testing.ToySchema.BASE;
import static org.basin.testing.ToySchema.settings;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.basin.settings.Settings;
import org.basin.testing.ToySchema;
import org.junit.jupiter.api.Test;

/**
 * Ids that must never change. A change here turns every finished trial into another one, so it
 * needs a new {@link Semantics#VERSION}. The expected digits are the first 32 of {@code printf
 * '<text>' | sha256sum} of the text in each comment.
 */
class TrialIdTest {

  private static TrialSpec trial(Settings base) {
    SeedRange seeds = new SeedRange(3, 1, 1, Set.of("init"));
    return new Grid(ToySchema.SCHEMA, base, List.of(), Map.of(), "", seeds).trial(0);
  }

  @Test
  void id_isTheHashOfWhatWasChosen() {
    // basin/4\nmodel.kind="linear"\nmodel.width=4\noptimiser.kind="gradient-descent"\n
    // optimiser.step-size=0.1\n, for the trial then seeds.data=1\nseeds.init=3\nseeds.order=1\n
    assertThat(trial(BASE).pointId()).isEqualTo("edf24fd6226a2e9b063340415d73b2a7");
    assertThat(trial(BASE).id()).isEqualTo("e3a5b3d1f7a62d976e2ccbe2daf71c47");
  }

  @Test
  void id_ofListsAndNestedComponents() {
    // basin/4\nmodel.kind="linear"\nmodel.weights=[[1.0,-2.5E-7]]\nmodel.width=4\n
    // observe.probes=[{kind="angle";power=2.0;}]\noptimiser.kind="gradient-descent"\n
    // optimiser.schedule.kind="decay"\noptimiser.step-size=0.1\n
    Settings base =
        BASE.with("model.weights", List.of(List.of(1L, -2.5e-7)))
            .with("observe.probes", List.of(settings("kind", "angle", "power", 2L)))
            .with("optimiser.schedule", "decay");
    assertThat(trial(base).pointId()).isEqualTo("248c61a307a1c143625440b5892ebe2d");
  }

  @Test
  void id_ignoresSpellingAndDefaults() {
    Settings spelt = BASE.with("model.width", 4.0).with("stop.max-steps", 100.0);
    assertThat(trial(spelt).id()).isEqualTo(trial(BASE).id());
  }

  @Test
  void id_changesWithEverySeed() {
    Grid grid =
        new Grid(
            ToySchema.SCHEMA,
            BASE,
            List.of(),
            Map.of(),
            "",
            new SeedRange(3, 2, 1, Set.of("order")));
    assertThat(ToySchema.ids(grid).keySet()).hasSize(2).doesNotContain(trial(BASE).id());
    assertThat(grid.trial(0).pointId()).isEqualTo(trial(BASE).pointId());
  }
}
