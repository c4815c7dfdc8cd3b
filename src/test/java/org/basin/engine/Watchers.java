package org.basin.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.basin.engine.publish.Manifest;
import org.basin.engine.publish.PublishedTables;
import org.basin.engine.storage.SweepFolder;
import org.basin.tables.TrialTable;

/** Looks at a sweep's tables again and again while a job works on them. */
final class Watchers implements AutoCloseable {

  private static final long LOOK_MILLIS = 30;

  private final SweepFolder folder;
  private final Map<String, List<String>> before;
  private final Map<String, List<String>> after;
  private final AtomicBoolean goesOn = new AtomicBoolean(true);
  private final AtomicLong looks = new AtomicLong();
  private final Set<String> wrong = new TreeSet<>();
  private final Thread thread = new Thread(this::look, "watcher");

  Watchers(SweepFolder folder, Map<String, List<String>> before, Map<String, List<String>> after) {
    this.folder = folder;
    this.before = before;
    this.after = after;
    thread.setDaemon(true);
    thread.start();
  }

  private void look() {
    Optional<Manifest> last = Optional.empty();
    while (goesOn.get()) {
      try {
        Optional<PublishedTables> tables = PublishedTables.find(folder);
        Optional<Manifest> manifest = tables.flatMap(PublishedTables::manifest);
        tables.flatMap(PublishedTables::problem).ifPresent(wrong::add);
        if (!manifest.equals(last)) {
          lookAtRows();
          last = manifest;
        }
        looks.incrementAndGet();
        Thread.sleep(LOOK_MILLIS);
      } catch (InterruptedException e) {
        return;
      } catch (RuntimeException e) {
        wrong.add(e.toString());
      }
    }
  }

  private void lookAtRows() {
    Map<String, List<String>> seen = ReadTables.current(folder).orElse(Map.of());
    if (!seen.equals(before) && !seen.equals(after) && !isPart(seen)) {
      wrong.add("neither the old tables nor the new ones: " + sizes(seen.values()));
    }
  }

  /**
   * Whether tables hold all old trials and some of the new, as a run with failures publishes. An
   * old trial has the index that the new plan gives it.
   */
  private boolean isPart(Map<String, List<String>> seen) {
    List<String> trials = seen.getOrDefault(TrialTable.NAME, List.of());
    return trials.size() < after.get(TrialTable.NAME).size()
        && after.get(TrialTable.NAME).containsAll(trials)
        && ReadTables.ids(trials)
            .containsAll(ReadTables.ids(before.getOrDefault(TrialTable.NAME, List.of())))
        && seen.keySet().equals(after.keySet());
  }

  private static List<Integer> sizes(Collection<List<String>> tables) {
    return tables.stream().map(List::size).toList();
  }

  /**
   * Stops to look.
   *
   * @param areLinks whether every look must have found the old tables or the new ones
   * @return the number of looks
   */
  long looks(boolean areLinks) throws InterruptedException {
    close();
    thread.join();
    if (areLinks) {
      assertThat(wrong).isEmpty();
    }
    return looks.get();
  }

  @Override
  public void close() {
    goesOn.set(false);
  }
}
