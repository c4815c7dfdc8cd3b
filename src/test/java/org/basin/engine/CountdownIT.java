package org.basin.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.basin.testing.SharedSpark;
import org.basin.testing.fault.Countdown.Fault;
import org.basin.testing.fault.Countdown.Plan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One of the disturbances of {@link CountdownSoak}: from a change of the tables on, all fail. */
class CountdownIT {

  @TempDir Path home;

  @Test
  void disturbedRun_losesNothingAndMixesNothing() throws IOException, InterruptedException {
    try (CountdownWalk walk =
        new CountdownWalk(SharedSpark.session(), CountdownWalk.Job.LATER_RUN, home)) {
      long changes = walk.changes();
      assertThat(changes).isGreaterThan(100);
      Plan plan = new Plan(Fault.FAIL, true, changes - 20);
      assertThat(walk.disturb(plan).change()).isNotNull();
    }
  }
}
