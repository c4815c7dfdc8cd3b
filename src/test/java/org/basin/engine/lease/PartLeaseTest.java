package org.basin.engine.lease;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.hadoop.conf.Configuration;
import org.basin.engine.Jobs;
import org.basin.engine.storage.EngineException;
import org.basin.engine.storage.EngineSettings;
import org.basin.engine.storage.ProcessIdentity;
import org.basin.engine.storage.SweepFolder;
import org.basin.plan.Part;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Parts of one division run side by side, and exclude the whole sweep and other divisions. */
class PartLeaseTest {

  private static final EngineSettings SETTINGS = Jobs.settings();
  private static final EngineSettings SLOW =
      Jobs.settings("basin.engine { heartbeat-seconds = 1000, stale-seconds = 2000 }");
  private static final ProcessIdentity ELSEWHERE =
      new ProcessIdentity("elsewhere", "another machine", "someone", 7, "12345");
  private static final Part FIRST = new Part(1, 2);
  private static final Part SECOND = new Part(2, 2);

  @TempDir Path output;
  private SweepFolder folder;

  @BeforeEach
  void makeFolder() {
    folder = SweepFolder.of(new Configuration(), output.toString(), "s");
  }

  private Lease part(long division, Part part) {
    return Lease.takePart(folder, SETTINGS, division, part);
  }

  private void age(String file) throws IOException {
    Files.setLastModifiedTime(
        output.resolve("s/_work").resolve(file), FileTime.from(Instant.now().minusSeconds(3600)));
  }

  @Test
  void parts_areHeldSideBySide_eachOnce() {
    try (Lease first = part(1, FIRST);
        Lease second = part(1, SECOND)) {
      assertThatThrownBy(() -> part(1, SECOND))
          .isExactlyInstanceOf(LeaseHeldException.class)
          .hasMessageStartingWith("part 2/2 of sweep s is in use by process ");
      first.check();
      second.check();
      assertThat(Lease.holder(folder, SETTINGS, 1, FIRST)).isPresent();
      assertThat(Lease.holder(folder, SETTINGS)).isEmpty();
    }
    assertThat(Lease.holder(folder, SETTINGS, 1, FIRST)).isEmpty();
    part(1, SECOND).close();
  }

  @Test
  void wholeSweep_andItsParts_excludeEachOther() {
    try (Lease first = part(1, FIRST)) {
      assertThatThrownBy(() -> Lease.take(folder, SETTINGS))
          .hasMessageStartingWith("sweep s is in use by part 1/2, process ");
      assertThat(Lease.holder(folder, SETTINGS)).isEmpty();
      first.check();
    }
    try (Lease whole = Lease.take(folder, SETTINGS)) {
      assertThatThrownBy(() -> part(1, FIRST))
          .hasMessageStartingWith("part 1/2 of sweep s is in use by process ");
      assertThat(Lease.holder(folder, SETTINGS, 1, FIRST)).isEmpty();
      whole.check();
    }
  }

  @Test
  void partsOfOtherDivisions_excludeEachOther() {
    try (Lease first = part(1, FIRST)) {
      assertThatThrownBy(() -> part(2, SECOND))
          .hasMessageStartingWith("part 2/2 of sweep s is in use by part 1/2, process ");
      first.check();
    }
    part(2, SECOND).close();
  }

  @Test
  void sleepingPart_thatTheWholeSweepPassed_isToldWhenItWakes() throws IOException {
    Lease sleeper = Lease.takePart(folder, SLOW, 1, FIRST, ELSEWHERE);
    age("parts/000001/1of2/lease-000001.json");
    Lease.take(folder, SETTINGS).close();
    assertThatThrownBy(sleeper::check)
        .isInstanceOf(LeaseLostException.class)
        .hasMessageStartingWith("part 1/2 of sweep s was taken over by process ");
    sleeper.close();
    part(1, FIRST).close();
  }

  @Test
  void sleepingSweep_thatPartsPassed_isToldWhenItWakes() throws IOException {
    Lease sleeper = Lease.take(folder, SLOW, ELSEWHERE);
    age("lease-000001.json");
    try (Lease first = part(1, FIRST);
        Lease second = part(1, SECOND)) {
      assertThatThrownBy(sleeper::check).isInstanceOf(LeaseLostException.class);
      sleeper.close();
      first.check();
      second.check();
    }
    Lease.take(folder, SETTINGS).close();
  }

  @Test
  void manyClaimants_neverHoldWhatExcludesEachOther() throws Exception {
    AtomicInteger whole = new AtomicInteger();
    AtomicInteger ones = new AtomicInteger();
    AtomicInteger twos = new AtomicInteger();
    AtomicInteger taken = new AtomicInteger();
    ExecutorService claimants = Executors.newFixedThreadPool(6);
    List<Future<Void>> running = new ArrayList<>();
    for (int c = 0; c < 6; c++) {
      int kind = c % 3;
      long seed = c;
      AtomicInteger own = List.of(whole, ones, twos).get(kind);
      Part part = new Part(c / 3 + 1, 2);
      Callable<Void> claimant =
          () -> {
            Random pauses = new Random(seed);
            for (int i = 0; i < 50; i++) {
              // Two who claim at the same instant may refuse each other, so they must not always.
              Thread.sleep(pauses.nextInt(20));
              try (Lease lease = kind == 0 ? Lease.take(folder, SETTINGS) : part(kind, part)) {
                taken.incrementAndGet();
                own.incrementAndGet();
                int others = whole.get() + ones.get() + twos.get() - own.get();
                assertThat(others).isZero();
                assertThat(own.get()).isLessThanOrEqualTo(kind == 0 ? 1 : 2);
                lease.check();
                own.decrementAndGet();
              } catch (EngineException e) {
                assertThat(e).isNotInstanceOf(LeaseLostException.class);
              }
            }
            return null;
          };
      running.add(claimants.submit(claimant));
    }
    for (Future<Void> each : running) {
      each.get();
    }
    claimants.shutdown();
    assertThat(taken.get()).isPositive();
  }
}
