package org.basin.engine.lease;

import java.io.IOException;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.basin.engine.storage.SweepFolder;

/**
 * The files of a folder's leases. Each claim has a number, one above the highest number so far.
 * {@code lease-000007.json} says which process made the claim, {@code lease-000007.pulse} when that
 * process last gave a sign of life, and {@code lease-000007.released} that it has ended. The claim
 * with the highest number is never deleted, so no number is used twice.
 */
public final class LeaseFiles {

  private static final Pattern NUMBERED = Pattern.compile("lease-(\\d{1,18})\\.\\w+");

  /**
   * A file that is being written now, or was left by a process that was killed while writing it.
   */
  private static final Pattern STRAY = Pattern.compile("lease-(claim|now)-.*");

  private final SweepFolder folder;

  public LeaseFiles(SweepFolder folder) {
    this.folder = folder;
  }

  public Path claim(long number) {
    return file(number, "json");
  }

  /**
   * Rewritten at every heartbeat. The claim itself is written only once, so that no kill can damage
   * it.
   */
  Path pulse(long number) {
    return file(number, "pulse");
  }

  public Path released(long number) {
    return file(number, "released");
  }

  private Path file(long number, String kind) {
    return folder.work(String.format(Locale.ROOT, "lease-%06d.%s", number, kind));
  }

  /** The highest number that was ever claimed; 0 if there is none. */
  long highest() {
    return folder.list(folder.work(".")).stream().mapToLong(LeaseFiles::number).max().orElse(0);
  }

  /** The number of the claim that a file belongs to; 0 if it belongs to none. */
  private static long number(FileStatus file) {
    Matcher name = NUMBERED.matcher(file.getPath().getName());
    return name.matches() ? Long.parseLong(name.group(1)) : 0;
  }

  /**
   * Deletes the files of claims with lower numbers, and the temporary files of processes that were
   * killed.
   */
  void clearBelow(long number, double staleSeconds) {
    long now = modified(claim(number));
    for (FileStatus file : folder.list(folder.work("."))) {
      long other = number(file);
      String name = file.getPath().getName();
      boolean stray =
          STRAY.matcher(name).matches()
              && now - file.getModificationTime() > Math.max(staleSeconds, 1) * 1000;
      if ((other > 0 && other < number) || stray) {
        folder.delete(file.getPath());
      }
    }
    EarlierLease.delete(folder);
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
   * The current time by the file system's clock, in milliseconds. It is the time of a file written
   * now.
   */
  long now() {
    Path file = folder.work("lease-now-" + UUID.randomUUID());
    folder.write(file, "");
    try {
      long now = modified(file);
      return now == 0 ? System.currentTimeMillis() : now;
    } finally {
      folder.delete(file);
    }
  }
}
