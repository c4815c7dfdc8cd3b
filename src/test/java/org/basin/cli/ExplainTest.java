package org.basin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.stream.Stream;
import org.basin.cli.help.Entry;
import org.basin.cli.help.ExplainText;
import org.basin.cli.help.Glossary;
import org.basin.cli.text.DisplayWidth;
import org.basin.config.SweepDocs;
import org.basin.settings.Key;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code basin explain} prints. */
class ExplainTest {

  private static final Glossary GLOSSARY = Glossary.load();

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int explain(String... name) {
    String[] words = Stream.concat(Stream.of("explain"), Stream.of(name)).toArray(String[]::new);
    return Basin.execute(new PrintWriter(out), new PrintWriter(err), words);
  }

  private String told(String... name) {
    assertThat(explain(name)).as(err.toString()).isZero();
    return out.toString();
  }

  /** The name of everything there is. */
  static Stream<String> names() {
    return GLOSSARY.names().stream().filter(name -> !name.contains("<"));
  }

  @ParameterizedTest
  @MethodSource("names")
  void everyName_isExplained_inEightyColumns(String name) {
    List<Entry> found = GLOSSARY.find(name);
    assertThat(found).as(name).isNotEmpty();
    ExplainText text = new ExplainText(GLOSSARY);
    for (Entry entry : found) {
      assertThat(text.of(entry)).as(name).allMatch(line -> DisplayWidth.of(line) <= 80);
    }
  }

  @Test
  void noName_listsTheSlots() {
    assertThat(told()).contains("  optimiser ", "  probe ", "  seeds ", "  axis ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"optimiser", "trial.optimiser", "sweep.trial.optimiser"})
  void slot_listsItsKinds_withTheirSentences(String name) {
    assertThat(told(name)).contains("adam", "AdamW", "gradient-flow", "error control");
  }

  @Test
  void kind_tellsItsKeys_withRangeDefaultAndMeaning() {
    assertThat(told("optimiser.adam"))
        .contains("optimiser.adam: Adam, or AdamW")
        .containsPattern("step-size +real, > 0; required\\n +η; the schedule")
        .containsPattern("epsilon +real, > 0; default 1e-8\\n")
        .containsPattern("batch-size +integer, >= 1; optional\\n");
  }

  @Test
  void probe_tellsItsObservables() {
    assertThat(told("probe.plateau"))
        .containsPattern("plateau-steps +scalar, updates, >= 0\\n +updates on plateaus");
  }

  @Test
  void pathOfASweepFile_isToldForEveryKindThatHasIt() {
    assertThat(told("trial.optimiser.batch-size"))
        .contains("optimiser.adam.batch-size", "optimiser.sgd.batch-size")
        .doesNotContain("gradient-descent");
  }

  @Test
  void observable_namesItsProbe() {
    assertThat(told("plateau-count")).contains("observable of probe.plateau");
  }

  @Test
  void engine_tellsTheKeysOfTheProcess_eachWithAMeaning() {
    assertThat(SweepDocs.processKeys())
        .extracting(Key::doc)
        .isNotEmpty()
        .noneMatch(String::isBlank);
    assertThat(told("engine")).contains("lanes", "stale-seconds", "-Dbasin.engine.KEY=VALUE");
  }

  @Test
  void unknownName_isToldInALine_withTheNearest() {
    assertThat(explain("optimser")).isEqualTo(2);
    assertThat(err.toString().lines())
        .containsExactly("basin: nothing is called optimser; did you mean optimiser?");
    assertThat(explain("optimiser.adma")).isEqualTo(2);
    assertThat(err.toString()).contains("did you mean optimiser.adam?");
    assertThat(explain("no-such-thing-anywhere")).isEqualTo(2);
    assertThat(err.toString()).contains("basin explain without a name lists what there is");
    assertThat(out.toString()).isEmpty();
  }
}
