package org.basin.engine.lease;

import java.io.IOException;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.basin.engine.storage.Links;
import org.basin.engine.storage.SweepFolder;

/**
 * The files of a series of leases: those of a sweep's folder, or of one of its parts. Each claim
 * has a number, one above the highest number so far. {@code lease-000007.json} names the process
 * that made the claim. The process writes {@code lease-000007.pulse} anew at every heartbeat, and
 * {@code lease-000007.released} when it gives up the lease. The claim with the highest number is
 * never deleted, so no number is used twice.
 */
public final class LeaseFiles {

  private static final Pattern NUMBERED = Pattern.compile("lease-(\\d{1,18})\\.\\w+");

  /** A temporary file. Either a process is using it, or the process was killed meanwhile. */
  private static final Pattern STRAY =
      Pattern.compile("lease-(claim|now)-.*|" + Pattern.quote(SweepFolder.FRESH) + ".*");

  private final SweepFolder folder;
  private final Path place;
  private final String part;

  /** The leases of the whole sweep. */
  public LeaseFiles(SweepFolder folder) {
    this(folder, folder.work("."), "");
  }

  /**
   * The leases in a folder of their own.
   *
   * @param part what is leased, for people; empty for the whole sweep
   */
  LeaseFiles(SweepFolder folder, Path place, String part) {
    this.folder = folder;
    this.place = place;
    this.part = part;
  }

  /** Which part is leased, such as {@code part 2/3}; empty for the whole sweep. */
  String part() {
    return part;
  }

  /** What is leased, for people. */
  String subject() {
    return (part.isEmpty() ? "" : part + " of ") + "sweep " + folder.sweep();
  }

  public Path claim(long number) {
    return file(number, "json");
  }

  /**
   * The file of the heartbeats. The claim itself is written only once, so that no kill of the
   * process can damage it.
   */
  Path pulse(long number) {
    return file(number, "pulse");
  }

  public Path released(long number) {
    return file(number, "released");
  }

  private Path file(long number, String kind) {
    return new Path(place, String.format(Locale.ROOT, "lease-%06d.%s", number, kind));
  }

  /** The highest number that was ever claimed; 0 if there is none. */
  long highest() {
    return folder.list(place).stream().mapToLong(LeaseFiles::number).max().orElse(0);
  }

  /** The number of the claim that a file belongs to; 0 if it belongs to none. */
  private static long number(FileStatus file) {
    Matcher name = NUMBERED.matcher(file.getPath().getName());
    return name.matches() ? Long.parseLong(name.group(1)) : 0;
  }

  /**
   * Deletes the files of claims with lower numbers, and the temporary files of processes that were
   * killed.
   *
   * @param number the claim that is kept
   * @param staleSeconds the age in seconds above which a temporary file is deleted; at least 1 s is
   *     used
   */
  void clearBelow(long number, double staleSeconds) {
    long old = modified(claim(number)) - (long) (Math.max(staleSeconds, 1) * 1000);
    for (FileStatus file : folder.list(place)) {
      long other = number(file);
      String name = file.getPath().getName();
      boolean stray = STRAY.matcher(name).matches() && file.getModificationTime() < old;
      if ((other > 0 && other < number) || stray) {
        folder.delete(file.getPath());
      }
    }
    Links.of(folder).ifPresent(links -> links.clear(old));
  }

  /**
   * The time when a file was written, in milliseconds by the file system's clock; 0 if it does not
   * exist.
   */
  long modified(Path file) {
    try {
      return folder.files().getFileStatus(file).getModificationTime();
    } catch (IOException e) {
      return 0;
    }
  }

  /**
   * The current time by the file system's clock, in milliseconds: the time of a file written now.
   * If that time cannot be read, it is the time by this machine's clock.
   */
  long now() {
    Path file = new Path(place, "lease-now-" + UUID.randomUUID());
    folder.write(file, "");
    try {
      long now = modified(file);
      return now == 0 ? System.currentTimeMillis() : now;
    } finally {
      folder.delete(file);
    }
  }
}
