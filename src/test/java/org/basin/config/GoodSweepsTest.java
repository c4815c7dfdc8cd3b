package org.basin.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.basin.plan.Grid;
import org.basin.plan.Sweep;
import org.basin.plan.TrialSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GoodSweepsTest {

  private static final Path FOLDER = Path.of("src/test/resources/config/good");
  private static final SweepReader READER = new SweepReader();

  static List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.filter(file -> file.toString().endsWith(".conf")).sorted().toList();
    }
  }

  @Test
  void files_areAllThere() throws IOException {
    assertThat(files()).hasSize(5);
  }

  @ParameterizedTest
  @MethodSource("files")
  void resolved_isTheSameSweep(Path file, @TempDir Path folder) throws IOException {
    Sweep sweep = READER.read(file, List.of());
    Sweep again = READER.read(write(folder, sweep.resolved()), List.of());
    assertThat(again.resolved()).isEqualTo(sweep.resolved());
    assertThat(again.hash()).isEqualTo(sweep.hash());
    assertThat(again.name()).isEqualTo(sweep.name());
    assertThat(again.lanes()).isEqualTo(sweep.lanes());
    assertThat(again.hittingTimes()).isEqualTo(sweep.hittingTimes());
    assertThat(again.selections()).isEqualTo(sweep.selections());
    assertThat(again.claims())
        .usingRecursiveComparison()
        .ignoringFields("place")
        .isEqualTo(sweep.claims());
    assertThat(trials(again.grid().orElseThrow()))
        .isEqualTo(trials(sweep.grid().orElseThrow()))
        .isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("files")
  void trials_haveNoProblem(Path file) {
    assertThat(trials(READER.read(file, List.of()).grid().orElseThrow()))
        .allSatisfy(trial -> assertThat(trial.problems()).isEmpty());
  }

  private static Path write(Path folder, String text) throws IOException {
    return Files.writeString(folder.resolve("again.conf"), text);
  }

  private static List<TrialSpec> trials(Grid grid) {
    List<TrialSpec> trials = new ArrayList<>();
    for (long i = 0; i < grid.size(); i++) {
      TrialSpec trial = grid.trial(i);
      if (trial != null) {
        trials.add(trial);
      }
    }
    return trials;
  }
}
