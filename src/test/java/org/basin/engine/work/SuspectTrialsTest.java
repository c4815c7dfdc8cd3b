package org.basin.engine.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.basin.engine.storage.LocalDisk;
import org.basin.plan.Grid;
import org.basin.plan.TrialSpec;
import org.basin.testing.DecayTrials;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SuspectTrialsTest {

  @TempDir private Path temporary;

  private final Grid grid = DecayTrials.sweep("suspects", 10, List.of(0.1)).grid().orElseThrow();

  private List<TrialSpec> trials(long from, long to) {
    return LongStream.range(from, to).mapToObj(grid::trial).toList();
  }

  private final LocalDisk disk;

  SuspectTrialsTest() throws IOException {
    disk = LocalDisk.of(FileSystem.getLocal(new Configuration())).orElseThrow();
  }

  private String folder() {
    return temporary.resolve("in-flight").toString();
  }

  /** Writes what a process leaves that dies in the middle of its second batch. */
  private void die(boolean isAlone, List<TrialSpec> batch) throws IOException {
    List<String> names = new ArrayList<>();
    List<byte[]> contents = new ArrayList<>();
    InFlightRecord record = InFlightRecord.open(folder(), disk);
    try (record;
        InFlightRecord.Slot slot = new InFlightRecord.Slot(folder(), isAlone)) {
      slot.begins(trials(0, 8));
      slot.begins(batch);
      for (File file : new File(folder()).listFiles()) {
        names.add(file.getName());
        contents.add(Files.readAllBytes(file.toPath()));
      }
    }
    Files.createDirectories(Path.of(folder()));
    for (int i = 0; i < names.size(); i++) {
      Files.write(Path.of(folder(), names.get(i)), contents.get(i));
    }
  }

  private List<String> found() {
    return SuspectTrials.find(folder(), disk, grid).all().stream()
        .map(s -> s.index() + ": " + s.together() + " " + s.alone())
        .toList();
  }

  @Test
  void orderlyEnd_leavesNothing() {
    InFlightRecord record = InFlightRecord.open(folder(), disk);
    try (record) {
      try (InFlightRecord.Slot slot = new InFlightRecord.Slot(folder(), false)) {
        slot.begins(trials(0, 3));
      }
      assertThat(InFlightRecord.slots(folder())).isEmpty();
      new InFlightRecord.Slot(folder(), false).begins(trials(0, 3));
      assertThat(InFlightRecord.slots(folder())).hasSize(1);
    }
    assertThat(Path.of(folder())).doesNotExist();
    new InFlightRecord.Slot(folder(), false).begins(trials(0, 3));
    assertThat(Path.of(folder())).doesNotExist();
    assertThat(found()).isEmpty();
  }

  @Test
  void deaths_areCountedUntilTheirTrialsAreTrained() throws IOException {
    die(false, trials(4, 7));
    assertThat(found()).containsExactlyInAnyOrder("4: 1 0", "5: 1 0", "6: 1 0");
    // The suspects are found, but not trained yet.
    assertThat(found()).hasSize(3);
    die(true, trials(5, 6));
    assertThat(found().get(0)).isEqualTo("5: 1 1");
    SuspectTrials suspects = SuspectTrials.find(folder(), disk, grid);
    assertThat(suspects.likely()).hasSize(1);
    assertThat(suspects.all().get(0).isCondemned()).isFalse();
    die(true, trials(5, 6));
    suspects = SuspectTrials.find(folder(), disk, grid);
    assertThat(suspects.all()).hasSize(3);
    assertThat(suspects.all().get(0).isCondemned()).isTrue();
    suspects.clear();
    assertThat(found()).isEmpty();
  }

  @Test
  void trialsOfAnotherPlanAndTornLines_accuseNobody() throws IOException {
    Files.createDirectories(Path.of(folder()));
    String id = grid.trial(3).id();
    Files.writeString(
        Path.of(folder(), "task-1"), "2 " + id + "\n3 " + id + "\n99 x\n-1 y\nz z\n4 " + id + "\n");
    Files.writeString(Path.of(folder(), "task-2"), "5 " + grid.trial(5).id().substring(3));
    Files.writeString(Path.of(folder(), "task-3"), "");
    assertThat(found()).containsExactly("3: 1 0");
  }
}
