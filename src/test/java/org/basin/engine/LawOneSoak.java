package org.basin.engine;

import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** Does the same as {@link LawOneIT} with all seeds, and more numbers of lanes and of tasks. */
class LawOneSoak extends LawOneIT {

  /** Hides those of {@link LawOneIT}. */
  static Stream<Arguments> cuts() {
    return Stream.of(
        Arguments.of(1, 7), Arguments.of(2, 3), Arguments.of(8, 5), Arguments.of(64, 1));
  }
}
