package org.basin.engine.work;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.basin.engine.storage.SweepFolder;
import org.basin.plan.ImportedTrials;
import org.basin.plan.TrialPlan;
import org.basin.settings.ContentHash;

/**
 * The committed work of a sweep, as it was found when this object was made. It is recognised by the
 * records that Basin wrote, not by Spark's success markers, which can be switched off.
 */
public final class CommittedWork {

  /** The start of the name of a slice's folder, before the value of the column {@code slice}. */
  static final String PREFIX = "slice=";

  private final SweepFolder folder;
  private final List<Slice> slices;

  private CommittedWork(SweepFolder folder, List<Slice> slices) {
    this.folder = folder;
    this.slices = slices;
  }

  /** Looks at every slice. It changes nothing. */
  public static CommittedWork of(SweepFolder folder) {
    return new CommittedWork(
        folder,
        folders(folder).stream()
            // A distant store takes a while for each answer, and there can be thousands of slices.
            .parallel()
            .map(path -> Slice.at(folder, path))
            .toList());
  }

  /**
   * Looks at every slice that counts for trials of {@code plan}. Of several imports only the one
   * that {@code plan} names counts.
   */
  public static CommittedWork of(SweepFolder folder, TrialPlan plan) {
    CommittedWork all = of(folder);
    return plan instanceof ImportedTrials imported
        ? new CommittedWork(
            folder,
            all.slices.stream().filter(slice -> slice.name().equals(imported.slice())).toList())
        : all;
  }

  /** The folders of slices, by name. */
  static List<Path> folders(SweepFolder folder) {
    return folder.list(folder.outcomes()).stream()
        .filter(FileStatus::isDirectory)
        .map(FileStatus::getPath)
        .filter(path -> path.getName().startsWith(PREFIX))
        .sorted()
        .toList();
  }

  public SweepFolder folder() {
    return folder;
  }

  public boolean isEmpty() {
    return readable().isEmpty();
  }

  /** The slices to read, sorted by name. */
  List<Slice> readable() {
    return slices.stream().filter(Slice::isReadable).toList();
  }

  /**
   * The paths to read: a slice's folder, or its files if the folder also holds files that do not
   * belong to it.
   */
  List<Path> paths() {
    return readable().stream()
        .flatMap(
            slice ->
                slice.strays().isEmpty() ? Stream.of(slice.path()) : slice.files(folder).stream())
        .toList();
  }

  /** The slices that differ from what was committed. */
  List<Slice> damaged() {
    return with(Slice.State.DAMAGED);
  }

  private List<Slice> with(Slice.State state) {
    return slices.stream().filter(slice -> slice.state() == state).toList();
  }

  /**
   * Returns this work with the slices {@code bad}, which a reader found to be damaged, marked as
   * such.
   */
  CommittedWork without(List<Slice> bad) {
    List<Slice> now = new ArrayList<>();
    for (Slice slice : slices) {
      now.add(
          bad.stream()
              .filter(other -> other.path().equals(slice.path()))
              .findFirst()
              .orElse(slice));
    }
    return new CommittedWork(folder, now);
  }

  /**
   * The problems, one line each: damaged slices, and files in slices that were not committed with
   * them.
   */
  public List<String> problems() {
    List<String> lines = new ArrayList<>();
    damaged().forEach(slice -> lines.add("damaged " + slice.problem()));
    for (Path stray : strays()) {
      lines.add(folder.shown(stray) + " was not committed");
    }
    return lines;
  }

  /** The files in committed slices that do not belong there. */
  List<Path> strays() {
    return slices.stream().flatMap(slice -> slice.strays().stream()).toList();
  }

  /**
   * The hash of the names of the readable slices. The names suffice, because a slice is added or
   * set aside but never changed.
   */
  public String hash() {
    return ContentHash.of(
        readable().stream().map(slice -> slice.path().getName()).collect(Collectors.joining("\n")));
  }

  /**
   * Returns the slices of runs whose ids end in {@code mark}, the mark of a part. Those of other
   * parts may be in the making.
   */
  public CommittedWork ofPart(String mark) {
    return new CommittedWork(
        folder,
        slices.stream().filter(slice -> slice.name().matches(".*" + mark + "-\\d+")).toList());
  }

  /** Records the finished slices that have no record. The caller must hold the lease. */
  public void adopt() {
    with(Slice.State.UNRECORDED).forEach(slice -> SliceRecord.write(folder, slice.path()));
  }

  /**
   * Deletes slices that were never finished. Sets aside what is damaged or does not belong here, so
   * that its trials are trained again. The caller must hold the lease.
   *
   * @param say receives one line for each thing that was done
   */
  public void clear(Consumer<String> say) {
    clearUnfinished(say);
    for (Slice slice : damaged()) {
      Path aside = folder.moveAside(slice.path());
      say.accept(
          slice.problem()
              + "; set aside in "
              + folder.shown(aside)
              + ", its trials are trained again");
    }
    for (Path stray : strays()) {
      Path aside = folder.moveAside(stray);
      say.accept(folder.shown(stray) + " was not committed; set aside in " + folder.shown(aside));
    }
  }

  /**
   * Deletes slices that were never finished. The caller must hold the lease.
   *
   * @param say receives one line if there are any
   */
  public void clearUnfinished(Consumer<String> say) {
    List<Slice> unfinished = with(Slice.State.UNFINISHED);
    unfinished.forEach(slice -> folder.delete(slice.path()));
    if (!unfinished.isEmpty()) {
      say.accept(
          "cleared "
              + unfinished.size()
              + " unfinished slice"
              + (unfinished.size() == 1 ? "" : "s")
              + " of an earlier run");
    }
  }
}
