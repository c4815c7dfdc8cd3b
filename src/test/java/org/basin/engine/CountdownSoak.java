package org.basin.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.basin.engine.CountdownWalk.Effect;
import org.basin.engine.CountdownWalk.Job;
import org.basin.engine.CountdownWalk.Seen;
import org.basin.testing.SharedSpark;
import org.basin.testing.fault.Countdown.Fault;
import org.basin.testing.fault.Countdown.Plan;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Disturbs every change of every job, and writes what was seen into {@code target/countdown}. In
 * each pass over a job, the n-th change meets another of the six faults: it fails, is refused, or
 * is made and then fails, once or from then on. Six passes, the default, try all faults at each
 * change; {@code -Dbasin.countdown.passes=1} takes a sixth of the time.
 */
class CountdownSoak {

  private static final int PASSES = Integer.getInteger("basin.countdown.passes", 6);

  /** A prime number, so that every change has its turn. */
  private static final long STRIDE = 7919;

  private static final Plan[] FAULTS = {
    new Plan(Fault.FAIL, true, 0),
    new Plan(Fault.LATE, false, 0),
    new Plan(Fault.FAIL, false, 0),
    new Plan(Fault.REFUSE, true, 0),
    new Plan(Fault.LATE, true, 0),
    new Plan(Fault.REFUSE, false, 0)
  };

  @TempDir Path home;

  @ParameterizedTest
  @EnumSource(Job.class)
  void everyChange_mayFail(Job job) throws IOException, InterruptedException {
    List<String> wrong = new ArrayList<>();
    try (CountdownWalk walk = new CountdownWalk(SharedSpark.session(), job, home)) {
      CountdownTable table = new CountdownTable(walk.changes());
      for (int pass = 0; pass < PASSES; pass++) {
        boolean isDisturbed = true;
        for (long i = 1; i <= walk.changes() || isDisturbed; i++) {
          // All changes in an order that leaves a fair sample wherever the test is stopped, and
          // then on until a job passes undisturbed.
          long n = i <= walk.changes() ? 1 + i * STRIDE % walk.changes() : i;
          Plan fault = FAULTS[(int) ((i + pass) % FAULTS.length)];
          Plan plan = new Plan(fault.fault(), fault.isPersistent(), n);
          try {
            Seen seen = walk.disturb(plan);
            isDisturbed = seen.effect() != Effect.UNDISTURBED;
            table.add(seen);
          } catch (AssertionError | RuntimeException e) {
            wrong.add(plan + ": " + e);
            Files.move(home.resolve("disturbed"), home.resolve("wrong-" + wrong.size()));
          }
          table.write(
              Path.of("target/countdown", job.name().toLowerCase(Locale.ROOT) + ".md"), wrong);
        }
      }
    }
    assertThat(wrong).isEmpty();
  }
}
