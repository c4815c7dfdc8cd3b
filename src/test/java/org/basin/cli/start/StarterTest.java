package org.basin.cli.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.basin.cli.text.DisplayWidth;
import org.basin.config.SweepReader;
import org.basin.plan.Sweep;
import org.basin.testing.Trials;
import org.basin.train.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What {@code basin new} writes can be planned and trained, whatever kind it is asked for. */
class StarterTest {
  private static final Starter STARTER = new Starter();

  /** An explicit start names the tensors of its model, so there is none that fits all. */
  private static final Set<String> WITHOUT_EXAMPLE = Set.of("explicit");

  /** Their files are no part of Basin. */
  private static final Set<String> OF_IMAGES = Set.of("mnist", "cifar-10");

  @TempDir private Path folder;

  static Stream<Arguments> kinds() {
    return Stream.of("model", "data", "optimiser", "loss", "init")
        .flatMap(
            slot ->
                STARTER.kinds(slot).stream()
                    .filter(kind -> !slot.equals("data") || !OF_IMAGES.contains(kind))
                    .filter(kind -> !slot.equals("init") || !WITHOUT_EXAMPLE.contains(kind))
                    .map(kind -> arguments(slot, kind)));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void starterOfEveryKind_trains(String slot, String kind) throws Exception {
    Path file = folder.resolve("mine.conf");
    Starter.Draft draft = STARTER.draft(file, "mine", Map.of(slot, kind));
    assertThat(draft.missing()).isEmpty();
    Files.writeString(file, draft.text());
    if (!draft.csv().isEmpty()) {
      Files.writeString(folder.resolve("mine.csv"), draft.csv());
    }
    Sweep sweep = new SweepReader().read(file, List.of("trial.stop.max-steps=5"));
    Outcome outcome = Trials.train(sweep.grid().orElseThrow().trial(0));
    assertThat(outcome.error()).as(outcome.error()).isEmpty();
    assertThat(draft.text().lines())
        .filteredOn(line -> !line.contains("file = "))
        .allMatch(line -> DisplayWidth.of(line) <= 80);
    assertThat(draft.text()).contains("kind = " + kind, "hitting-times", "figures", "count = 5");
  }

  @Test
  void images_needTheirFolder() {
    assertThat(STARTER.draft(Path.of("a.conf"), "a", Map.of("data", "mnist")).missing())
        .containsExactly("the folder data/mnist");
  }

  @Test
  void kindsThatDoNotGoTogether_areALine() {
    assertThatThrownBy(
            () ->
                STARTER.draft(
                    Path.of("a.conf"),
                    "a",
                    Map.of("data", "circle-grid", "loss", "softmax-cross-entropy")))
        .hasMessageStartingWith("these kinds do not go together: ")
        .hasMessageNotContaining("\n");
    assertThatThrownBy(() -> STARTER.draft(Path.of("a.conf"), "a", Map.of("model", "two-layr")))
        .hasMessage("no kind of model is called two-layr; did you mean two-layer?");
  }
}
