package org.basin.papers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.basin.config.SweepReader;
import org.basin.engine.QueryCheck;
import org.basin.plan.Sweep;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The sweeps that the benchmarks time can be run by the launcher, too, as their page says. */
class BenchConfigurationsTest {

  static List<Path> all() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("src/bench/conf"))) {
      return files.sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void configuration_canBePlanned_andItsQueriesAnalysed(Path file) {
    Sweep sweep = new SweepReader(List.of("conf"), note -> {}).read(file, List.of());
    assertThat(sweep.grid().orElseThrow().count()).isPositive();
    QueryCheck.check(sweep);
  }
}
