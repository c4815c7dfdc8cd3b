package org.basin.engine.lease;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.basin.engine.Jobs;
import org.basin.engine.storage.EngineException;
import org.basin.engine.storage.EngineSettings;
import org.basin.engine.storage.ExclusiveFile;
import org.basin.engine.storage.Machine;
import org.basin.engine.storage.ProcessIdentity;
import org.basin.engine.storage.SweepFolder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeaseTest {

  private static final EngineSettings SETTINGS = Jobs.settings();
  private static final ProcessIdentity ELSEWHERE =
      new ProcessIdentity("elsewhere", "another machine", "someone", 7, "12345");

  @TempDir Path output;
  private SweepFolder folder;
  private Path work;

  @BeforeEach
  void makeFolder() throws IOException {
    folder = SweepFolder.of(new Configuration(), output.toString(), "s");
    work = Files.createDirectories(output.resolve("s/_work"));
  }

  /** Writes the first claim as another process would write it. */
  private void leave(String content, Instant last) throws IOException {
    Path claim = Files.writeString(work.resolve("lease-000001.json"), content);
    Files.setLastModifiedTime(claim, FileTime.from(last));
  }

  private void leave(ProcessIdentity process, Instant last) throws IOException {
    leave(process.render("token"), last);
  }

  private void assertCanBeTaken() {
    try (Lease lease = Lease.take(folder, SETTINGS)) {
      lease.check();
      assertThat(Lease.holder(folder, SETTINGS)).contains(self());
    }
    assertThat(Lease.holder(folder, SETTINGS)).isEmpty();
  }

  private static String self() {
    return "process %d on %s".formatted(ProcessHandle.current().pid(), Machine.host());
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(work)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> !name.startsWith("."))
          .sorted()
          .toList();
    }
  }

  private static Instant longAgo() {
    return Instant.now().minusSeconds(3600);
  }

  @Test
  void heldLease_isRefusedWithItsHolder() {
    try (Lease held = Lease.take(folder, SETTINGS)) {
      assertThat(held.number()).isEqualTo(1);
      assertThatThrownBy(() -> Lease.take(folder, SETTINGS))
          .isExactlyInstanceOf(LeaseHeldException.class)
          .message()
          .startsWith("sweep s is in use by %s since 2".formatted(self()))
          .endsWith("; wait for it to end");
      held.check();
    }
    assertCanBeTaken();
  }

  @Test
  void laterHolders_haveHigherNumbersAndClearUp() throws IOException {
    for (int number = 1; number <= 3; number++) {
      try (Lease lease = Lease.take(folder, SETTINGS)) {
        assertThat(lease.number()).isEqualTo(number);
      }
    }
    assertThat(files()).containsExactly("lease-000003.json", "lease-000003.released");
  }

  @Test
  void processThatIsGone_holdsNothing() throws Exception {
    Process gone = new ProcessBuilder("true").start();
    gone.waitFor();
    ProcessIdentity own = ProcessIdentity.own();
    leave(
        new ProcessIdentity(own.host(), own.machine(), own.user(), gone.pid(), "1"), Instant.now());
    assertCanBeTaken();
  }

  @Test
  void laterProcessOfTheSameNumber_holdsNothing() throws IOException {
    ProcessIdentity own = ProcessIdentity.own();
    leave(
        new ProcessIdentity(own.host(), own.machine(), own.user(), own.pid(), "1"), Instant.now());
    assertCanBeTaken();
  }

  @Test
  void sameNameInAnotherContainer_isAnotherMachine() throws IOException {
    ProcessIdentity own = ProcessIdentity.own();
    leave(
        new ProcessIdentity(own.host(), "another container", own.user(), own.pid(), own.start()),
        longAgo());
    assertCanBeTaken();
  }

  @Test
  void otherMachine_holdsAsLongAsItsHeartBeats() throws IOException {
    leave(ELSEWHERE, Instant.now());
    assertThat(Lease.holder(folder, SETTINGS).orElseThrow())
        .matches("process 7 on elsewhere \\(last sign of life \\d s ago\\)");
    assertThatThrownBy(() -> Lease.take(folder, SETTINGS))
        .hasMessageContaining("is in use by process 7 on elsewhere (last sign of life ")
        .hasMessageEndingWith(" wait for it to end, or for 60 s without a sign of life");

    leave(ELSEWHERE, longAgo());
    assertThat(Lease.holder(folder, SETTINGS)).isEmpty();
    Path pulse = Files.writeString(work.resolve("lease-000001.pulse"), "");
    assertThat(Lease.holder(folder, SETTINGS)).isPresent();
    Files.setLastModifiedTime(pulse, FileTime.from(longAgo()));
    assertCanBeTaken();
  }

  @Test
  void clockThatWasSetBack_leavesNoHolderForHours() throws IOException {
    Instant ahead = Instant.now().plusSeconds(3 * 3600);
    leave(ELSEWHERE, ahead);
    Path pulse = Files.writeString(work.resolve("lease-000001.pulse"), "");
    assertThat(Lease.holder(folder, SETTINGS)).as("it has beaten since then").isPresent();
    Files.setLastModifiedTime(pulse, FileTime.from(ahead));
    assertThat(Lease.holder(folder, SETTINGS)).isEmpty();
    assertCanBeTaken();
  }

  @Test
  void claimCutShort_isHeldUntilItIsOld() throws IOException {
    leave("{\"host\":\"elsew", Instant.now());
    assertThat(Lease.holder(folder, SETTINGS).orElseThrow())
        .startsWith("a process that has just started");

    leave("{\"host\":\"elsew", longAgo());
    assertCanBeTaken();
  }

  @Test
  void sleeperThatWasSuperseded_isToldAndReleasesNothing() throws IOException {
    EngineSettings slow =
        Jobs.settings("basin.engine { heartbeat-seconds = 1000, stale-seconds = 2000 }");
    Lease sleeper = Lease.take(folder, slow, ELSEWHERE);
    Files.setLastModifiedTime(work.resolve("lease-000001.json"), FileTime.from(longAgo()));
    try (Lease later = Lease.take(folder, SETTINGS)) {
      assertThatThrownBy(sleeper::check)
          .isInstanceOf(LeaseLostException.class)
          .hasMessageStartingWith("sweep s was taken over by " + self() + ", as this one had shown")
          .hasMessageNotContaining("\n");
      sleeper.close();
      later.check();
      assertThat(Lease.holder(folder, SETTINGS)).contains(self());
      assertThat(files()).containsExactly("lease-000002.json");
    }
  }

  @Test
  void deletedLease_isLost() throws IOException {
    try (Lease lease = Lease.take(folder, SETTINGS)) {
      Files.delete(work.resolve("lease-000001.json"));
      assertThatThrownBy(lease::check)
          .isInstanceOf(LeaseLostException.class)
          .hasMessageContaining("lease-000001.json was deleted");
    }
  }

  @Test
  void claimThatAnotherReplaced_isLost() throws IOException {
    try (Lease lease = Lease.take(folder, SETTINGS)) {
      leave(ELSEWHERE, Instant.now());
      assertThatThrownBy(lease::check).isInstanceOf(LeaseLostException.class);
    }
  }

  @Test
  void claimWhoseNumberWasGivenAndPassed_isRefused() throws IOException {
    // What a claimant who slept since it looked may meet: 1 was claimed, released, and cleared
    // away.
    leave(ELSEWHERE, longAgo());
    Lease.take(folder, SETTINGS).close();
    assertThat(ExclusiveFile.create(folder, folder.work("lease-000002.json"), "late")).isFalse();
    Lease.take(folder, SETTINGS).close();
    assertThat(ExclusiveFile.create(folder, folder.work("lease-000002.json"), "late")).isTrue();
    // Created, but not the highest; the next one is.
    try (Lease lease = Lease.take(folder, SETTINGS)) {
      assertThat(lease.number()).isEqualTo(4);
    }
  }

  @Test
  void leaseOfAnEarlierVersion_isRespectedWhileItIsHeld() throws IOException {
    Path earlier = work.resolve("lease.json");
    Files.writeString(earlier, "{\"host\":\"elsewhere\",\"pid\":7,\"started\":\"2026-01-01\"}");
    assertThat(Lease.holder(folder, SETTINGS)).contains("process 7 on elsewhere");
    assertThatThrownBy(() -> Lease.take(folder, SETTINGS)).isInstanceOf(EngineException.class);
    Files.setLastModifiedTime(earlier, FileTime.from(longAgo()));
    assertCanBeTaken();
    assertThat(earlier).doesNotExist();
  }
}
