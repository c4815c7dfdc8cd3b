package org.basin.papers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.basin.config.SweepReader;
import org.junit.jupiter.api.Test;

/** The papers' configurations, as they stand in the repository. */
class ConfigurationsTest {

  private static final Map<String, Long> TRIALS =
      Map.ofEntries(
          Map.entry("allen-zhu-li-liang-2019-figure-1a", 2256L),
          Map.entry("allen-zhu-li-liang-2019-figure-1a-reduced", 168L),
          Map.entry("kumar-haupt-2024-figure-1", 2400L),
          Map.entry("kumar-haupt-2024-reference", 3L),
          Map.entry("li-yuan-2017-e2", 20L),
          Map.entry("li-yuan-2017-e3", 3L),
          Map.entry("li-yuan-2017-e3-haar", 60L),
          Map.entry("lin-sun-zhang-2021-depth", 500L),
          Map.entry("lin-sun-zhang-2021-figure-1", 200L),
          Map.entry("lin-sun-zhang-2021-population", 6L));

  @Test
  void everyConfiguration_hasItsTrials() throws IOException {
    List<Path> files;
    try (Stream<Path> listed = Files.list(Path.of("conf", "papers"))) {
      files = listed.filter(file -> file.toString().endsWith(".conf")).toList();
    }
    Map<String, Long> trials =
        files.stream()
            .map(file -> new SweepReader().read(file, List.of()))
            .collect(Collectors.toMap(sweep -> sweep.name(), sweep -> sweep.grid().count()));
    assertThat(trials).isEqualTo(TRIALS);
  }
}
