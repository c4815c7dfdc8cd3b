package org.basin.engine;

import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Does the same as {@link LawOneIT} with all seeds, and more numbers of lanes and of tasks. */
class LawOneSoak extends LawOneIT {

  @Override
  int lanesOfTheRetry() {
    return 2;
  }

  @ParameterizedTest
  @CsvSource({"1, 7", "2, 3", "8, 5", "64, 1"})
  void tables_dependOnNeitherTasksNorLanes(int lanes, int tasks) throws IOException {
    assertSameInCut(lanes, tasks);
  }
}
