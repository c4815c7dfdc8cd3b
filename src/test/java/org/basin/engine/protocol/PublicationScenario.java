package org.basin.engine.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.basin.engine.RunIds;
import org.basin.engine.lease.Lease;
import org.basin.engine.publish.Manifest;
import org.basin.engine.publish.ModelTables;
import org.basin.engine.publish.PublishedTables;
import org.basin.engine.publish.TableLayout;
import org.basin.engine.storage.EngineException;
import org.basin.engine.storage.SweepFolder;

/**
 * Processes that publish tables one over the other, each as soon as the one before has ended, died
 * or overslept, while readers look. One publication stands before.
 */
final class PublicationScenario implements Scenario {

  private static final String FIRST = "20010101T000000000-first";

  /** The time by the first process's clock. The other clocks are behind. */
  private static final Instant NOW = Instant.parse("2001-06-01T00:00:00Z");

  private static final int TIME_LENGTH = 18;

  private final StoreKind kind;
  private final int writers;
  private final int readers;
  private final Store store = ModelFolder.empty();
  private final SweepFolder onlooker;

  /** The publications, each with the number of its lease. */
  private final TreeMap<Long, String> leased = new TreeMap<>();

  /** The publications that became current, in order. */
  private final List<String> published = new ArrayList<>();

  /** How many there had been when each reader began, by the reader's number. */
  private final Map<Integer, Integer> opened = new TreeMap<>();

  PublicationScenario(StoreKind kind, int writers, int readers) {
    this.kind = kind;
    this.writers = writers;
    this.readers = readers;
    this.onlooker = ModelFolder.of(store, kind, null);
    publish(onlooker, writers + readers, true, new long[1]);
    published.add(FIRST);
  }

  @Override
  public Store store() {
    return store;
  }

  @Override
  public List<Runnable> bodies(Execution execution) {
    List<Runnable> bodies = new ArrayList<>();
    for (int i = 0; i < writers + readers; i++) {
      int number = i;
      SweepFolder folder = ModelFolder.of(store, kind, execution.process(i));
      bodies.add(i < writers ? () -> write(folder, number) : () -> read(folder, number));
    }
    return bodies;
  }

  private void write(SweepFolder folder, int number) {
    long[] held = {0};
    try {
      publish(folder, number, number % 2 == 1, held);
    } catch (EngineException e) {
      if (held[0] > 0 && held[0] == ModelFolder.highestClaim(store)) {
        throw new AssertionError("the holder of the lease cannot publish", e);
      }
    }
  }

  private void publish(SweepFolder folder, int number, boolean hasClaims, long[] held) {
    try (Lease lease =
        Lease.take(folder, ModelFolder.settings(kind), ModelFolder.identity(number))) {
      held[0] = lease.number();
      TableLayout.repair(folder, lease.number(), lease::check);
      String id = id(folder, number);
      leased.put(lease.number(), id);
      new ModelTables(folder, ModelFolder.settings(kind), lease.number())
          .publish(id, "", hasClaims, lease::check);
    }
  }

  private String id(SweepFolder folder, int number) {
    if (number == writers + readers) {
      return FIRST;
    }
    Instant now = NOW.minusSeconds(number);
    return RunIds.next(folder, now).substring(0, TIME_LENGTH) + "-process" + number;
  }

  /** Opens the current publication, and reads its files one after the other. */
  private void read(SweepFolder folder, int number) {
    int before = published.size();
    opened.put(number, before);
    Optional<PublishedTables> found = ModelTables.find(folder);
    if (found.isEmpty()) {
      throw new AssertionError("a reader finds no tables");
    }
    boolean isWhole;
    try {
      isWhole = ModelTables.contents(folder, found.get()).size() == 1;
    } catch (EngineException e) {
      isWhole = false;
    }
    // What a reader has opened is kept until the publication after the next.
    if (!isWhole && published.size() < before + 2) {
      throw new AssertionError("a reader cannot go on with what it has opened");
    }
  }

  @Override
  public long memory() {
    return Objects.hash(leased, published, opened);
  }

  @Override
  public void observe() {
    ModelTables.pointer(onlooker)
        .filter(current -> !published.get(published.size() - 1).equals(current))
        .ifPresent(published::add);
  }

  @Override
  public void check() {
    List<String> order = List.copyOf(leased.values());
    for (int i = 1; i < published.size(); i++) {
      assertThat(order.indexOf(published.get(i)))
          .as("place of publication %s among the leases %s", published, leased)
          .isGreaterThan(order.indexOf(published.get(i - 1)));
    }
    PublishedTables tables =
        ModelTables.find(onlooker)
            .orElseThrow(() -> new AssertionError("no publication is current"));
    String current = published.get(published.size() - 1);
    assertThat(tables.manifest().map(Manifest::publication)).contains(current);
    if (kind == StoreKind.FOLDERS && tables.problem().isPresent()) {
      return; // Readers see it, too, and look again.
    }
    assertThat(ModelTables.contents(onlooker, tables))
        .as("contents of the tables")
        .containsExactly(current + " ");
    if (kind == StoreKind.DISK) {
      assertThat(ModelTables.plainContents(onlooker))
          .as("contents at the plain paths")
          .containsExactly(current + " ");
    }
  }

  @Override
  public void checkEnd() {
    String last = published.get(published.size() - 1);
    store.sleep(ModelFolder.LONG_MILLIS);
    try (Lease lease =
        Lease.take(onlooker, ModelFolder.settings(kind), ModelFolder.identity(writers + readers))) {
      TableLayout.repair(onlooker, lease.number(), lease::check);
    }
    PublishedTables tables = ModelTables.find(onlooker).orElseThrow();
    assertThat(tables.problem()).as("problem after a repair").isEmpty();
    observe();
    check();
    if (kind != StoreKind.FOLDERS) {
      assertThat(published).endsWith(last);
    }
  }
}
