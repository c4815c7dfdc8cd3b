package org.basin.engine;

import java.io.IOException;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;

/**
 * The files of a folder's leases. Each claim has a number, one above the highest there was: {@code
 * lease-000007.json} says who made it, {@code lease-000007.pulse} when that process last showed
 * that it lives, {@code lease-000007.released} that it has ended. The claim of the highest number
 * is never deleted, so no number is ever given twice.
 */
final class LeaseFiles {

  private static final Pattern NUMBERED = Pattern.compile("lease-(\\d{1,18})\\.\\w+");

  /** Being written now, or left by a process that was killed meanwhile. */
  private static final Pattern STRAY = Pattern.compile("lease-(claim|now)-.*");

  private final SweepFolder folder;

  LeaseFiles(SweepFolder folder) {
    this.folder = folder;
  }

  Path claim(long number) {
    return file(number, "json");
  }

  /**
   * Rewritten at every heartbeat: the claim itself is written once, so that no kill can tear it.
   */
  Path pulse(long number) {
    return file(number, "pulse");
  }

  Path released(long number) {
    return file(number, "released");
  }

  private Path file(long number, String kind) {
    return folder.work(String.format(Locale.ROOT, "lease-%06d.%s", number, kind));
  }

  /** The highest number that was ever claimed; 0 if none was. */
  long highest() {
    return folder.list(folder.work(".")).stream().mapToLong(LeaseFiles::number).max().orElse(0);
  }

  /** 0 for a file that is none of a claim's. */
  private static long number(FileStatus file) {
    Matcher name = NUMBERED.matcher(file.getPath().getName());
    return name.matches() ? Long.parseLong(name.group(1)) : 0;
  }

  /**
   * Deletes what claims of lower numbers have left, and what processes killed on their way have.
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

  /** When a file was written, in milliseconds by the file system's clock; 0 if it is not there. */
  long modified(Path file) {
    try {
      return folder.files().getFileStatus(file).getModificationTime();
    } catch (IOException e) {
      return 0;
    }
  }

  /** The time by the file system's clock, in milliseconds: that of a file written now. */
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
