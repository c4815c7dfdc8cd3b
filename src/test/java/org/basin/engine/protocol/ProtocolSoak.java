package org.basin.engine.protocol;

import java.util.List;
import org.basin.engine.protocol.DivisionScenario.Task;
import org.basin.plan.Part;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Explores the protocol much further than {@link ProtocolTest}, in minutes. */
class ProtocolSoak {

  @Test
  void leaseOfADisk() throws InterruptedException {
    ProtocolTest.explore("lease", () -> new LeaseScenario(StoreKind.DISK, 2), new Bounds(2, 1, 2));
    ProtocolTest.explore("lease", () -> new LeaseScenario(StoreKind.DISK, 3), new Bounds(1, 1, 2));
  }

  @Test
  void leaseOfAnObjectStore() throws InterruptedException {
    ProtocolTest.explore(
        "lease", () -> new LeaseScenario(StoreKind.OBJECTS, 2), new Bounds(2, 1, 1));
  }

  @Test
  void leasesOfParts() throws InterruptedException {
    for (StoreKind kind : List.of(StoreKind.DISK, StoreKind.OBJECTS)) {
      ProtocolTest.explore("parts", () -> ProtocolTest.wholeAndPart(kind), new Bounds(1, 1, 2));
      ProtocolTest.explore("parts", () -> ProtocolTest.twoDivisions(kind), new Bounds(1, 1, 2));
    }
    ProtocolTest.explore(
        "parts",
        () ->
            new LeaseScenario(
                StoreKind.DISK,
                LeaseScenario.Claim.WHOLE,
                new LeaseScenario.Claim(1, new Part(1, 2)),
                new LeaseScenario.Claim(1, new Part(2, 2))),
        new Bounds(1, 0, 1));
  }

  /** Parts of one plan, of one plan divided twice, of two plans; and the whole sweep. */
  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void divisions(StoreKind kind) throws InterruptedException {
    for (Task other :
        List.of(
            new Task(new Part(2, 2), "a"),
            new Task(new Part(1, 3), "a"),
            new Task(new Part(1, 2), "b"))) {
      ProtocolTest.explore(
          "divide, " + other, () -> ProtocolTest.besideThePart(kind, other), new Bounds(1, 1, 2));
    }
    Part only = new Part(1, 1);
    ProtocolTest.explore(
        "divide, and all",
        () -> new DivisionScenario(kind, new Task(only, "a"), Task.whole("b"), new Task(only, "b")),
        new Bounds(1, 0, 1));
  }

  @Test
  void publicationsOnADisk() throws InterruptedException {
    ProtocolTest.explore(
        "publish", () -> new PublicationScenario(StoreKind.DISK, 2, 0), new Bounds(1, 1, 2));
    ProtocolTest.explore(
        "read", () -> new PublicationScenario(StoreKind.DISK, 2, 1), new Bounds(1, 1, 1));
  }

  @Test
  void publicationsOfFolders() throws InterruptedException {
    ProtocolTest.explore(
        "swap", () -> new PublicationScenario(StoreKind.FOLDERS, 2, 0), new Bounds(1, 1, 2));
    ProtocolTest.explore(
        "swap", () -> new PublicationScenario(StoreKind.FOLDERS, 3, 0), new Bounds(1, 0, 1));
  }

  /**
   * Before this was explored, a writer that overslept led readers to what a later one, which died
   * before it published, had deleted.
   */
  @Test
  void publicationsOnAnObjectStore() throws InterruptedException {
    ProtocolTest.explore(
        "publish", () -> new PublicationScenario(StoreKind.OBJECTS, 2, 0), new Bounds(1, 1, 2));
    ProtocolTest.explore(
        "read", () -> new PublicationScenario(StoreKind.OBJECTS, 2, 1), new Bounds(1, 1, 1));
  }
}
