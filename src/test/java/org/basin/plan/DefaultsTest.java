package org.basin.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigRenderOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Ids omit settings that have their default. If a default changed without the semantics version,
 * old results would be taken for new ones.
 */
class DefaultsTest {

  private static final Path RECORD = Path.of("src/test/resources/plan/defaults.txt");

  private static final Path NOW = Path.of("target/defaults.txt");

  /**
   * Sections of {@code basin} that select trials, cut the work, or say what is computed of finished
   * trials, but change no trial's numbers.
   */
  private static final List<String> NOT_OF_TRIALS =
      List.of(
          "axis.",
          "boundary.",
          "comparison.",
          "cost.",
          "curve.",
          "doctor.",
          "engine.",
          "figure.",
          "figure-colour.",
          "figure-layer.",
          "figure-scale.",
          "plot.",
          "limits.",
          "phase-search.",
          "progress.",
          "rate.",
          "report.",
          "scaling.",
          "secrets.",
          "seeds.",
          "sobol-dimension.",
          "sql.",
          "statistics.",
          "sweep.");

  @Test
  void defaults_changeOnlyWithTheSemanticsVersion() throws Exception {
    List<String> now =
        Stream.concat(Stream.of("semantics-version = " + Semantics.VERSION), defaults()).toList();
    Files.write(NOW, now);
    assertThat(now)
        .as(
            "The defaults in reference.conf are not those recorded in %s. If one that trials"
                + " already ran with was changed or removed, add one to Semantics.VERSION and a"
                + " line to the changelog; a new key needs neither. Then: cp %s %s",
            RECORD, NOW, RECORD)
        .containsExactlyElementsOf(Files.readAllLines(RECORD));
  }

  private static Stream<String> defaults() {
    Config basin =
        ConfigFactory.parseResourcesAnySyntax("reference.conf").resolve().getConfig("basin");
    return basin.entrySet().stream()
        .filter(entry -> NOT_OF_TRIALS.stream().noneMatch(entry.getKey()::startsWith))
        .map(
            entry ->
                entry.getKey() + " = " + entry.getValue().render(ConfigRenderOptions.concise()))
        .sorted();
  }
}
