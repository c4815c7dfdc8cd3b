package org.basin.engine.publish;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileUtil;
import org.apache.hadoop.fs.Path;
import org.basin.engine.storage.ExclusiveFile;
import org.basin.engine.storage.MachineException;
import org.basin.engine.storage.SweepFolder;

/**
 * Stores each publication in a folder {@code _tables/<publication>} of its own, for object stores,
 * which rename by copying. The name of the empty file {@code _tables/current-000007-<publication>}
 * leads to a publication. Its number is that of the lease under which it was published, and the
 * highest counts. So a process that overslept after another has published changes nothing: its
 * number is lower. The previous publication is kept until the next one, for processes that still
 * read it.
 *
 * <p>Before a later holder of the lease deletes an unfinished publication, it takes the names that
 * could lead to it, with a word as their content. Names are created exclusively: either the
 * publication becomes current, and stays, or it never does.
 */
final class NumberedTables implements TableLayout {

  private static final Pattern POINTER = Pattern.compile("current-(\\d{1,18})-(.+)");

  /** The content of a file whose name is taken so that nothing leads to a publication. */
  private static final String DROPPED = "dropped";

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
   * A file whose name leads to a publication, or is taken so that it does not.
   *
   * @param number the number of the lease under which it was published
   * @param publication its id
   * @param leads false if the name is only taken
   */
  private record Pointer(long number, String publication, boolean leads, Path path) {

    static Stream<Pointer> of(FileStatus file) {
      Matcher name = POINTER.matcher(file.getPath().getName());
      return name.matches()
          ? Stream.of(
              new Pointer(
                  Long.parseLong(name.group(1)), name.group(2), file.getLen() == 0, file.getPath()))
          : Stream.of();
    }
  }

  private static List<Pointer> pointers(SweepFolder folder) {
    return folder.list(folder.tables()).stream().flatMap(Pointer::of).toList();
  }

  private static Optional<Pointer> latest(SweepFolder folder) {
    return pointers(folder).stream()
        .filter(Pointer::leads)
        .max(Comparator.comparing(Pointer::number).thenComparing(Pointer::publication));
  }

  private static Path pointer(SweepFolder folder, long number, String publication) {
    String name = String.format(Locale.ROOT, "current-%06d-%s", number, publication);
    return new Path(folder.tables(), name);
  }

  /** The id of the current publication; empty if this layout has none. */
  static Optional<String> current(SweepFolder folder) {
    return latest(folder).map(Pointer::publication);
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
    if (!ExclusiveFile.create(folder, pointer(folder, number, id), "")) {
      throw new MachineException("another process has dropped the publication " + id);
    }
    gone.remove(id);
    before.ifPresent(gone::remove);
    PublicationFolders.delete(folder, gone);
    // Those of a later holder were not there before the last look at the lease.
    earlier.forEach(pointer -> folder.delete(pointer.path()));
  }

  /**
   * Deletes what was never finished: publications newer than the current one.
   *
   * @param number the number of the lease
   */
  static void repair(SweepFolder folder, long number, Runnable fence) {
    Set<String> newer = PublicationFolders.names(folder);
    Optional<Pointer> latest = latest(folder);
    newer.removeIf(name -> name.compareTo(latest.map(Pointer::publication).orElse("")) <= 0);
    if (!newer.isEmpty()) {
      fence.run();
      long first = latest.map(Pointer::number).orElse(0L) + 1;
      newer.removeIf(name -> !drop(folder, first, number, name));
      PublicationFolders.delete(folder, newer);
    }
  }

  /**
   * Makes sure that a publication never becomes current.
   *
   * @param from the first number under which it may be published
   * @param to the number after the last
   * @return false if it has become current meanwhile
   */
  private static boolean drop(SweepFolder folder, long from, long to, String publication) {
    return LongStream.range(from, to)
        .allMatch(
            lower -> ExclusiveFile.create(folder, pointer(folder, lower, publication), DROPPED));
  }
}
