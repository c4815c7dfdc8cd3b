package org.basin.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.basin.config.SweepReader;
import org.basin.plan.Sweep;
import org.basin.train.Trainer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Does the same as {@link LawOneIT} with all seeds, and more numbers of lanes and of tasks; and
 * goes on with a part of the sweep.
 */
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

  @Test
  void runInTwoParts_leavesTheSame() {
    Sweep whole = read(written(WRITTEN), 8);
    Sweep part =
        new SweepReader()
            .read(folder.resolve("law-one.conf"), List.of("seeds.count=1", "engine.lanes=2"));
    run(part, output, 3, Trainer::train);

    RunSummary rest = run(whole, output, 7, Trainer::train);

    assertThat(rest.before()).isEqualTo(trials / seeds);
    assertThat(rest.trained()).isEqualTo(trials - trials / seeds);
    assertSameAsLone("after a run of one seed was continued with more", FREE);
  }
}
