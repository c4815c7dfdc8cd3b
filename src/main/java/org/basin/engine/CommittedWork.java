package org.basin.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.basin.settings.ContentHash;

/**
 * The work of a sweep that is finished, as it was found when this was made: by the records that
 * Basin wrote, not by marks of Spark's, which can be switched off.
 */
final class CommittedWork {

  /** Of a slice's folder, before its value of the column {@code slice}. */
  static final String PREFIX = "slice=";

  private final SweepFolder folder;
  private final List<Slice> slices;

  private CommittedWork(SweepFolder folder, List<Slice> slices) {
    this.folder = folder;
    this.slices = slices;
  }

  /** Looks at every slice. Changes nothing. */
  static CommittedWork of(SweepFolder folder) {
    return new CommittedWork(
        folder,
        folder.list(folder.outcomes()).stream()
            .filter(FileStatus::isDirectory)
            .map(FileStatus::getPath)
            .filter(path -> path.getName().startsWith(PREFIX))
            .sorted()
            // In a distant store each answer takes a while, and there can be thousands.
            .parallel()
            .map(path -> Slice.at(folder, path))
            .toList());
  }

  SweepFolder folder() {
    return folder;
  }

  boolean isEmpty() {
    return readable().isEmpty();
  }

  /** The slices to read, in order of name. */
  List<Slice> readable() {
    return slices.stream().filter(Slice::isReadable).toList();
  }

  /** What to read: a folder a slice, or its files where there are others in the folder. */
  List<Path> paths() {
    return readable().stream()
        .flatMap(
            slice ->
                slice.strays().isEmpty() ? Stream.of(slice.path()) : slice.files(folder).stream())
        .toList();
  }

  /** The slices that are not what was committed. */
  List<Slice> damaged() {
    return with(Slice.State.DAMAGED);
  }

  private List<Slice> with(Slice.State state) {
    return slices.stream().filter(slice -> slice.state() == state).toList();
  }

  /** These, of which reading has found some to be damaged. */
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

  /** What is wrong, a line each: damaged slices, and files that stand in slices of others. */
  List<String> problems() {
    List<String> lines = new ArrayList<>();
    damaged().forEach(slice -> lines.add("damaged " + slice.problem()));
    for (Path stray : strays()) {
      lines.add(folder.shown(stray) + " was not committed");
    }
    return lines;
  }

  /** Files in committed slices that do not belong there. */
  List<Path> strays() {
    return slices.stream().flatMap(slice -> slice.strays().stream()).toList();
  }

  /** Hash of the names of what is read: work is only ever added or set aside, never changed. */
  String hash() {
    return ContentHash.of(
        readable().stream().map(slice -> slice.path().getName()).collect(Collectors.joining("\n")));
  }

  /** Records finished slices that have no record. Needs the lease. */
  void adopt() {
    with(Slice.State.UNRECORDED).forEach(slice -> SliceRecord.write(folder, slice.path()));
  }

  /**
   * Clears away what was never finished, and puts aside what is damaged or does not belong here, so
   * that its trials are trained again. Needs the lease.
   *
   * @param say told what was done
   */
  void clear(Consumer<String> say) {
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
    for (Slice slice : damaged()) {
      Path aside = folder.moveAside(slice.path());
      say.accept(
          slice.problem() + "; set aside in " + folder.shown(aside) + ", its trials train again");
    }
    for (Path stray : strays()) {
      Path aside = folder.moveAside(stray);
      say.accept(folder.shown(stray) + " was not committed; set aside in " + folder.shown(aside));
    }
  }
}
