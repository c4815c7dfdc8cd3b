package org.basin.probe;

import static org.assertj.core.api.Assertions.assertThat;

import org.basin.settings.Range;
import org.junit.jupiter.api.Test;

class ObservableTest {

  private static boolean matches(String declared, String recorded) {
    return Observable.scalar(declared, "", Range.ANY, "a number").matches(recorded);
  }

  @Test
  void name_matchesItself_alone() {
    assertThat(matches("weight-norm", "weight-norm")).isTrue();
    assertThat(matches("weight-norm", "weight-norm.a")).isFalse();
    assertThat(matches("a.b", "axb")).as("a full stop is itself").isFalse();
  }

  @Test
  void bracketedPart_mayBeAbsent() {
    assertThat(matches("distance[.<name>]", "distance")).isTrue();
    assertThat(matches("distance[.<name>]", "distance.first")).isTrue();
    assertThat(matches("distance[.<name>]", "distance.")).isFalse();
  }

  @Test
  void wordInAngleBrackets_isAnything() {
    assertThat(matches("parameter.<tensor>", "parameter.layers.0.weight")).isTrue();
    assertThat(matches("parameter.<tensor>", "parameter")).isFalse();
  }
}
