package org.basin.papers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.basin.config.SweepReader;
import org.basin.plan.Sweep;
import org.basin.plan.TrialSpec;
import org.basin.settings.Provenance;
import org.junit.jupiter.api.Test;

/**
 * Ids of the trials of every shipped configuration, which must never change, as in {@code
 * plan.TrialIdTest}. The id of a trial that reads files is computed here without their content.
 */
class GoldenIdsTest {

  private static final Path RECORDED = Path.of("src/test/resources/plan/golden-ids.txt");
  private static final Path NOW = Path.of("target/golden-ids.txt");

  /** The start of the names of configurations whose images the user names. */
  private static final List<String> OF_IMAGES =
      List.of("li-yuan-2017-e1", "li-yuan-2017-e4", "lin-sun-zhang-2021-figure-2");

  @Test
  void ids_areThoseRecorded() throws IOException {
    StringBuilder now = new StringBuilder();
    for (Configuration from : configurations()) {
      String name = from.name() + ".conf";
      boolean images = OF_IMAGES.stream().anyMatch(name::startsWith);
      List<String> settings =
          images ? List.of("trial.data.folder=\"target/golden-images\"") : List.of();
      Sweep sweep =
          new SweepReader().readPlanned(from.file(), from.variant(), settings, Provenance.NONE);
      assertThat(sweep.name()).isEqualTo(from.name());
      assertThat(sweep.grid().orElseThrow().files().isEmpty())
          .as("%s reads no file", name)
          .isEqualTo(!images);
      long size = sweep.grid().orElseThrow().size();
      for (long index : new TreeSet<>(List.of(0L, size / 3, size / 2, size - 1))) {
        TrialSpec trial = sweep.grid().orElseThrow().trial(index);
        String id = trial == null ? "none" : trial.id();
        now.append(name).append(' ').append(index).append(' ').append(id).append('\n');
      }
    }
    Files.writeString(NOW, now.toString());
    assertThat(now.toString())
        .as("ids are not those of %s; now they are those of %s", RECORDED, NOW)
        .isEqualTo(recorded());
  }

  /** In the order of the record: by name as if each variant had a file of its own. */
  private static List<Configuration> configurations() {
    List<Configuration> all = new ArrayList<>(Configuration.all());
    all.sort(Comparator.comparing(each -> each.name() + ".conf"));
    all.add(0, new Configuration("quickstart", Path.of("conf", "quickstart.conf"), ""));
    return all;
  }

  private static String recorded() throws IOException {
    return Files.readAllLines(RECORDED).stream()
        .filter(line -> !line.startsWith("#"))
        .map(line -> line + "\n")
        .collect(Collectors.joining());
  }
}
