package org.basin.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.basin.settings.Catalogue;
import org.basin.settings.Factory;

/** The kinds of a catalogue that Basin itself has; those of the tests' own jars are left out. */
public final class OwnKinds {

  private OwnKinds() {}

  /** Their names. */
  public static List<String> of(Catalogue<?> catalogue) {
    return catalogue.factories().stream().filter(OwnKinds::isOwn).map(Factory::kind).toList();
  }

  /**
   * Fails, with what is to be added, unless the examples are of Basin's own kinds and of each.
   *
   * @param examples the kinds that have an example
   * @param place where the examples stand: {@code MODELS of LawOneExamples}
   */
  public static void assertHaveExamples(
      Catalogue<?> catalogue, Collection<String> examples, String place) {
    for (String kind : of(catalogue)) {
      assertThat(examples)
          .withFailMessage("%s %s has no example: add one to %s", catalogue.slot(), kind, place)
          .contains(kind);
    }
    assertThat(Set.copyOf(of(catalogue)))
        .as("kinds of which %s has examples", place)
        .containsAll(examples);
  }

  private static boolean isOwn(Factory factory) {
    var own = Catalogue.class.getProtectionDomain().getCodeSource().getLocation();
    return factory.getClass().getProtectionDomain().getCodeSource().getLocation().equals(own);
  }
}
