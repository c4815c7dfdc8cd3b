package org.basin.engine.publish;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileUtil;
import org.apache.hadoop.fs.Path;
import org.basin.engine.storage.MachineException;
import org.basin.engine.storage.SweepFolder;

/**
 * Stores each publication in a folder {@code _tables/<publication>} of its own, for object stores,
 * which rename by copying. The name of the empty file {@code _tables/current-000007-<publication>}
 * leads to a publication. Its number is that of the lease under which it was published, and the
 * highest counts. So a process that overslept changes nothing: its number is lower. The previous
 * publication is kept until the next one, for processes that still read it.
 */
final class NumberedTables implements TableLayout {

  private static final Pattern POINTER = Pattern.compile("current-(\\d{1,18})-(.+)");

  private final SweepFolder folder;
  private final long number;

  /**
   * Makes the layout of {@code folder}.
   *
   * @param number the number of the lease
   */
  NumberedTables(SweepFolder folder, long number) {
    this.folder = folder;
    this.number = number;
  }

  /**
   * A file that leads to a publication.
   *
   * @param number the number of the lease under which it was published
   * @param publication its id
   */
  private record Pointer(long number, String publication, Path path) {

    static Stream<Pointer> of(Path path) {
      Matcher name = POINTER.matcher(path.getName());
      return name.matches()
          ? Stream.of(new Pointer(Long.parseLong(name.group(1)), name.group(2), path))
          : Stream.of();
    }
  }

  private static List<Pointer> pointers(SweepFolder folder) {
    return folder.list(folder.tables()).stream()
        .flatMap(file -> Pointer.of(file.getPath()))
        .sorted(Comparator.comparing(Pointer::number).thenComparing(Pointer::publication))
        .toList();
  }

  /** The id of the current publication; empty if this layout has none. */
  static Optional<String> current(SweepFolder folder) {
    List<Pointer> all = pointers(folder);
    return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1).publication());
  }

  @Override
  public Path staging(String publication) {
    return new Path(folder.tables(), publication);
  }

  @Override
  public void name(Path table, String publication) {
    // A rename would be a copy, and Spark's file names already differ between publications.
  }

  /** Copies the files of the current tables: an object store gives a file no second name. */
  @Override
  public void carry(PublishedTables standing, List<String> names, String publication) {
    for (String name : names) {
      Path table = new Path(staging(publication), name);
      for (FileStatus file : PublishedTables.files(folder, standing.path(name))) {
        Path to = new Path(table, file.getPath().getName());
        try {
          FileUtil.copy(
              folder.files(),
              file.getPath(),
              folder.files(),
              to,
              false,
              true,
              folder.files().getConf());
        } catch (IOException e) {
          throw new MachineException("cannot copy " + file.getPath() + ": " + e.getMessage(), e);
        }
      }
    }
  }

  @Override
  public void put(Manifest manifest, Runnable fence) {
    String id = manifest.publication();
    Optional<String> before = current(folder);
    folder.write(new Path(staging(id), Manifest.FILE), manifest.json());
    List<Pointer> earlier = pointers(folder);
    Set<String> gone = PublicationFolders.names(folder);
    fence.run();
    String name = String.format(Locale.ROOT, "current-%06d-%s", number, id);
    folder.write(new Path(folder.tables(), name), "");
    gone.remove(id);
    before.ifPresent(gone::remove);
    PublicationFolders.delete(folder, gone);
    // Those of a later holder were not there before the last look at the lease.
    earlier.forEach(pointer -> folder.delete(pointer.path()));
  }

  /** Deletes what was never finished: publications newer than the current one. */
  static void repair(SweepFolder folder, Runnable fence) {
    Set<String> newer = PublicationFolders.names(folder);
    String current = current(folder).orElse("");
    newer.removeIf(name -> name.compareTo(current) <= 0);
    if (!newer.isEmpty()) {
      fence.run();
      PublicationFolders.delete(folder, newer);
    }
  }
}
