package org.basin.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeaseTest {

  private static final EngineSettings SETTINGS = Toys.settings();

  @TempDir Path output;
  private SweepFolder folder;
  private Path file;

  @BeforeEach
  void makeFolder() throws IOException {
    folder = SweepFolder.of(new Configuration(), output.toString(), "s");
    file = Files.createDirectories(output.resolve("s/_work")).resolve("lease.json");
  }

  /** Leaves a lease as another process would have. */
  private void leave(String content, Instant last) throws IOException {
    Files.writeString(file, content);
    Files.setLastModifiedTime(file, FileTime.from(last));
  }

  private static String elsewhere() {
    return "{\"host\":\"elsewhere\",\"pid\":7,\"started\":\"2026-01-01T00:00:00Z\"}";
  }

  private void assertTaken() {
    Lease.take(folder, SETTINGS).close();
    assertThat(file).doesNotExist();
  }

  @Test
  void heldLease_isRefusedWithItsHolder() {
    try (Lease held = Lease.take(folder, SETTINGS)) {
      assertThat(held).isNotNull();
      assertThatThrownBy(() -> Lease.take(folder, SETTINGS))
          .isInstanceOf(EngineException.class)
          .hasMessage(
              "sweep s is in use by process %d on %s; wait for it to end",
              ProcessHandle.current().pid(), Machine.host());
    }
    assertTaken();
  }

  @Test
  void processThatIsGone_holdsNothing() throws Exception {
    Process gone = new ProcessBuilder("true").start();
    gone.waitFor();
    String content =
        "{\"host\":\"%s\",\"pid\":%d,\"started\":\"2026-01-01T00:00:00Z\"}"
            .formatted(Machine.host(), gone.pid());
    leave(content, Instant.now());
    assertTaken();
  }

  @Test
  void laterProcessOfTheSameNumber_holdsNothing() throws IOException {
    String content =
        "{\"host\":\"%s\",\"pid\":%d,\"started\":\"2001-01-01T00:00:00Z\"}"
            .formatted(Machine.host(), ProcessHandle.current().pid());
    leave(content, Instant.now());
    assertTaken();
  }

  @Test
  void otherMachine_holdsAsLongAsItsHeartBeats() throws IOException {
    leave(elsewhere(), Instant.now());
    assertThat(Lease.holder(folder, SETTINGS)).contains("process 7 on elsewhere");

    leave(elsewhere(), Instant.now().minusSeconds(3600));
    assertThat(Lease.holder(folder, SETTINGS)).isEmpty();
    Files.writeString(file.resolveSibling("lease-pulse"), "");
    assertThat(Lease.holder(folder, SETTINGS)).contains("process 7 on elsewhere");
    Files.setLastModifiedTime(
        file.resolveSibling("lease-pulse"), FileTime.from(Instant.now().minusSeconds(3600)));
    assertTaken();
  }

  @Test
  void leaseCutShort_isHeldUntilItIsOld() throws IOException {
    leave("{\"host\":\"elsew", Instant.now());
    assertThat(Lease.holder(folder, SETTINGS)).contains("a process that has just started");

    leave("{\"host\":\"elsew", Instant.now().minusSeconds(3600));
    assertTaken();
  }
}
