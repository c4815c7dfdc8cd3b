package org.basin.engine.work;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.basin.engine.storage.LocalDisk;
import org.basin.plan.Grid;
import org.basin.plan.TrialSpec;

/**
 * The trials that were in flight when a process died, as {@link InFlightRecord} left them, with the
 * number of such deaths for each. They are trained before all others, one at a time. A trial whose
 * process has died twice while it trained alone is taken for the cause.
 */
final class SuspectTrials {

  private static final String KEPT = "suspects";

  /**
   * The number of deaths of a trial that trained alone after which it is taken for the cause. A
   * single death may be a coincidence.
   */
  private static final int CONDEMNING = 2;

  /**
   * A trial that was in flight when a process died.
   *
   * @param together the number of deaths while other trials trained too
   * @param alone the number of deaths while no other trial trained
   */
  record Suspect(long index, String id, int together, int alone) {

    boolean isCondemned() {
      return alone >= CONDEMNING;
    }

    int deaths() {
      return together + alone;
    }
  }

  private final Path folder;
  private final LocalDisk disk;
  private final TreeMap<Long, Suspect> byIndex = new TreeMap<>();

  private SuspectTrials(String folder, LocalDisk disk) {
    this.folder = Path.of(folder);
    this.disk = disk;
  }

  /**
   * Reads the trials that a process which died has left, and keeps them until {@link #clear}.
   *
   * @param grid the grid of the sweep as it is now; a trial that it no longer holds is dropped
   */
  static SuspectTrials find(String folder, LocalDisk disk, Grid grid) {
    SuspectTrials suspects = new SuspectTrials(folder, disk);
    List<File> slots = InFlightRecord.slots(folder);
    try {
      suspects.readKept(grid);
      for (File slot : slots) {
        suspects.read(Files.readAllLines(slot.toPath()), grid);
      }
      if (!slots.isEmpty()) {
        suspects.keep();
        for (File slot : slots) {
          disk.delete(slot.toPath());
        }
      }
    } catch (IOException e) {
      // Unreadable files accuse no trial.
      suspects.byIndex.clear();
    }
    return suspects;
  }

  private void readKept(Grid grid) throws IOException {
    Path kept = folder.resolve(KEPT);
    for (String line : Files.exists(kept) ? Files.readAllLines(kept) : List.<String>of()) {
      String[] words = line.split(" ", -1);
      if (words.length == 4) {
        add(words[0], words[1], Integer.parseInt(words[2]), Integer.parseInt(words[3]), grid);
      }
    }
  }

  private void read(List<String> lines, Grid grid) {
    boolean isAlone = !lines.isEmpty() && lines.get(0).equals(InFlightRecord.ALONE);
    for (String line : isAlone ? lines.subList(1, lines.size()) : lines) {
      String[] words = line.split(" ", -1);
      if (words.length != 2) {
        return; // The end of the record, or of a line that the death cut short.
      }
      add(words[0], words[1], isAlone ? 0 : 1, isAlone ? 1 : 0, grid);
    }
  }

  private void add(String index, String id, int together, int alone, Grid grid) {
    long at;
    try {
      at = Long.parseLong(index);
    } catch (NumberFormatException e) {
      return;
    }
    TrialSpec spec = at >= 0 && at < grid.size() ? grid.trial(at) : null;
    if (spec != null && spec.id().equals(id)) {
      byIndex.merge(
          at,
          new Suspect(at, id, together, alone),
          (a, b) -> new Suspect(at, id, a.together + b.together, a.alone + b.alone));
    }
  }

  private void keep() throws IOException {
    List<String> lines = new ArrayList<>();
    for (Suspect each : byIndex.values()) {
      lines.add(each.index + " " + each.id + " " + each.together + " " + each.alone);
    }
    Path next = folder.resolve(KEPT + ".next");
    disk.delete(next);
    disk.create(next, String.join("\n", lines) + "\n");
    disk.replace(next, folder.resolve(KEPT));
  }

  /** All suspects, those with the most deaths first. */
  List<Suspect> all() {
    List<Suspect> all = new ArrayList<>(byIndex.values());
    all.sort(Comparator.comparingInt(Suspect::alone).thenComparingInt(Suspect::deaths).reversed());
    return all;
  }

  /** The suspects with more than one death, for which a coincidence is unlikely. */
  List<Suspect> likely() {
    return all().stream().filter(each -> each.deaths() > 1).toList();
  }

  /** Deletes the suspects once they have been trained. */
  void clear() throws IOException {
    disk.delete(folder.resolve(KEPT));
  }

  /** The suspects by index, for tests. */
  Map<Long, Suspect> byIndex() {
    return byIndex;
  }
}
