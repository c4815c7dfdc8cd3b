package org.basin.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.basin.probe.Observable;
import org.basin.probe.ProbeFactory;
import org.basin.probe.general.Probes;
import org.basin.settings.Catalogue;
import org.basin.settings.Factory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every component says what it is, and every probe what it records. */
class ComponentDocsTest {

  private static final int LONGEST = 120;

  static Stream<Catalogue<?>> catalogues() {
    return TrialSchema.catalogues().stream();
  }

  static Stream<Factory> factories() {
    return catalogues().flatMap(catalogue -> catalogue.factories().stream());
  }

  /** Basin's own components. A probe of the tests that only does harm records nothing. */
  static Stream<ProbeFactory> probes() {
    return Probes.CATALOGUE.factories().stream().filter(f -> !f.kind().startsWith("test-"));
  }

  @ParameterizedTest
  @MethodSource("catalogues")
  void slot_saysWhatItIs_inOneSentence(Catalogue<?> catalogue) {
    assertIsASentence(catalogue.summary());
  }

  @ParameterizedTest
  @MethodSource("factories")
  void factory_saysWhatItIs_inOneSentence(Factory factory) {
    assertIsASentence(factory.summary());
  }

  @ParameterizedTest
  @MethodSource("probes")
  void probe_declaresItsObservables_eachOnce(ProbeFactory factory) {
    assertThat(factory.observables()).isNotEmpty();
    assertThat(factory.observables())
        .extracting(o -> o.name() + (o.isScalar() ? "" : " by component"))
        .doesNotHaveDuplicates();
    for (Observable observable : factory.observables()) {
      assertThat(observable.name()).matches("[a-z0-9-]+(\\.?[\\[\\].<>a-z0-9-]+)*");
      assertThat(observable.formula()).isNotBlank().doesNotContain("\n").doesNotEndWith(".");
    }
  }

  private static void assertIsASentence(String text) {
    assertThat(text).hasSizeBetween(2, LONGEST).endsWith(".").doesNotContain("\n", "|", "`");
    assertThat(text.substring(0, text.length() - 1)).as("one sentence").doesNotContain(". ");
  }
}
