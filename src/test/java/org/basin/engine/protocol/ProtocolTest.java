package org.basin.engine.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Supplier;
import org.basin.engine.protocol.DivisionScenario.Task;
import org.basin.plan.Part;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Explores the protocol up to bounds that take seconds. {@link ProtocolSoak} goes further. */
class ProtocolTest {

  /** Explores, and prints how much was explored. */
  static void explore(String name, Supplier<Scenario> scenario, Bounds bounds)
      throws InterruptedException {
    Explorer.Result result = new Explorer(scenario, bounds).explore();
    System.out.println(result.line(name + ", " + bounds));
    assertThat(result.orders()).isGreaterThan(100);
  }

  @Test
  void leaseOfADisk() throws InterruptedException {
    explore("lease", () -> new LeaseScenario(StoreKind.DISK, 2), new Bounds(1, 1, 0));
  }

  @Test
  void leasesOfPartsOnADisk() throws InterruptedException {
    explore("parts", () -> wholeAndPart(StoreKind.DISK), new Bounds(1, 0, 1));
    explore("parts", () -> twoDivisions(StoreKind.DISK), new Bounds(1, 0, 1));
  }

  /** A sweep, and a part of it. */
  static Scenario wholeAndPart(StoreKind kind) {
    return new LeaseScenario(
        kind, LeaseScenario.Claim.WHOLE, new LeaseScenario.Claim(1, new Part(1, 2)));
  }

  /** A part of one division, and a part of another. */
  static Scenario twoDivisions(StoreKind kind) {
    return new LeaseScenario(
        kind,
        new LeaseScenario.Claim(1, new Part(1, 2)),
        new LeaseScenario.Claim(2, new Part(2, 3)));
  }

  /** Each process would cut the indices elsewhere. */
  @ParameterizedTest
  @CsvSource({"2/2, a", "1/3, a", "1/2, b"})
  void divisionsOnADisk(String part, String plan) throws InterruptedException {
    explore(
        "divide, " + part + " of " + plan,
        () -> besideThePart(StoreKind.DISK, new Task(Part.parse(part), plan)),
        new Bounds(1, 0, 1));
  }

  /** Part 1/2 of plan a, and something beside it. */
  static Scenario besideThePart(StoreKind kind, Task other) {
    return new DivisionScenario(kind, new Task(new Part(1, 2), "a"), other);
  }

  /**
   * Before this was explored, a writer that overslept after its last look at the lease put its own
   * publication over a later one, or deleted the later one as out of date.
   */
  @Test
  void publicationsOnADisk() throws InterruptedException {
    explore("publish", () -> new PublicationScenario(StoreKind.DISK, 2, 0), new Bounds(1, 0, 1));
  }

  /** Where tables are swapped, as on HDFS, an overslept writer moved later tables away. */
  @Test
  void publicationsOfFolders() throws InterruptedException {
    explore("swap", () -> new PublicationScenario(StoreKind.FOLDERS, 2, 0), new Bounds(1, 0, 1));
  }

  @Test
  void leaseOfAnObjectStore() throws InterruptedException {
    explore("lease", () -> new LeaseScenario(StoreKind.OBJECTS, 2), new Bounds(1, 1, 0));
  }

  @Test
  void leasesOfPartsOnAnObjectStore() throws InterruptedException {
    explore("parts", () -> wholeAndPart(StoreKind.OBJECTS), new Bounds(1, 0, 1));
  }

  @Test
  void publicationsOnAnObjectStore() throws InterruptedException {
    explore("publish", () -> new PublicationScenario(StoreKind.OBJECTS, 2, 0), new Bounds(1, 0, 1));
  }

  @Test
  void readersOnAnObjectStore() throws InterruptedException {
    explore("read", () -> new PublicationScenario(StoreKind.OBJECTS, 2, 1), new Bounds(1, 0, 0));
  }
}
