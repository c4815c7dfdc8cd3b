package org.basin.cli;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.basin.config.ImportReader;
import org.basin.config.SweepReader;
import org.basin.engine.JobRequest;
import org.basin.engine.RunRecord;
import org.basin.engine.storage.SweepFolder;
import org.basin.plan.Sweep;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/**
 * The sweep on which a verb works: a sweep file, a sweep that was run, or the sweep that was run
 * last.
 */
final class SweepChoice {
  @Parameters(
      arity = "0..1",
      paramLabel = "SWEEP",
      description =
          "A sweep file, or the name of a sweep in the output folder; default: the sweep that was"
              + " run last.")
  private String sweep;

  @Mixin private SweepOption named;
  @Mixin private SetOptions set;

  /**
   * Returns the sweep that the file defines with the settings of the command line; null if no file
   * is named, or one without a trial, which only {@link #sweep} can read.
   *
   * @throws UsageException if there are settings but no file to which they apply
   * @throws org.basin.config.ConfigException if the file is wrong
   */
  Sweep read() {
    if (sweep != null && named.isGiven() && !isOfImported()) {
      throw new UsageException("a sweep is named twice, by " + sweep + " and by --sweep");
    }
    if (isOfImported()) {
      return null; // It is read when its trials are known.
    }
    if (isFile()) {
      return reader().read(file(), set.variant(), set.settings());
    }
    if (!set.variant().isEmpty()) {
      throw new UsageException(
          "--variant chooses from a sweep file; name one, or the sweep itself: NAME-"
              + set.variant());
    }
    if (!set.settings().isEmpty()) {
      throw new UsageException("--set needs a sweep file; name one");
    }
    return null;
  }

  /** Whether a file is named that says what to compute of imported trials. */
  boolean isOfImported() {
    return isFile() && reader().isOfImported(file());
  }

  private ImportReader ofImported() {
    if (!set.variant().isEmpty()) {
      throw new UsageException("--variant chooses what is trained; imported trials are already");
    }
    return reader().ofImported(file(), named.name(), set.settings());
  }

  /**
   * Returns the sweep in {@code folder}.
   *
   * @param read the result of {@link #read}
   * @throws UsageException if a file without a trial is named and the folder's trials were trained
   */
  Sweep sweep(SweepFolder folder, Sweep read) {
    if (read != null) {
      return read;
    }
    if (!isOfImported()) {
      return RecordedSweep.read(folder);
    }
    return ofImported()
        .read(
            RunRecord.imported(folder)
                .orElseThrow(
                    () ->
                        new UsageException(
                            sweep
                                + " has no trial, but "
                                + folder.sweep()
                                + " holds trials that Basin trained, not imported ones")));
  }

  /** Returns a reader of sweep files that may include what the command line allows. */
  SweepReader reader() {
    return set.reader();
  }

  /**
   * Whether a file is named. A name counts as a file if it ends like one or if a file of that name
   * exists.
   */
  boolean isFile() {
    return sweep != null && (sweep.endsWith(".conf") || isRegularFile(sweep));
  }

  /** Returns the file that is named. */
  Path file() {
    return Path.of(sweep);
  }

  /** Returns the variant that the command line chooses; empty if none. */
  String variant() {
    return set.variant();
  }

  /** Returns the settings of the command line. */
  List<String> settings() {
    return set.settings();
  }

  /** Returns the request that the command line makes to a verb that publishes. */
  JobRequest request(ReplaceOption replace, Consumer<String> say) {
    return replace.request(isFile() ? sweep : "", set, say);
  }

  /**
   * Returns the folder of the sweep.
   *
   * @param read the result of {@link #read}
   * @throws UsageException if nothing was run there
   */
  SweepFolder folder(Session session, String output, Sweep read) {
    if (read != null) {
      SweepFolder folder = SweepOption.named(session, output, read.name());
      RunRecord.changes(folder, read.plan().provenance())
          .forEach(
              line -> System.err.println("basin: " + line + ", so its trials count as new ones"));
      return folder;
    }
    if (isOfImported()) {
      return SweepOption.named(session, output, ofImported().name());
    }
    return sweep == null
        ? named.folder(session, output)
        : SweepOption.named(session, output, sweep);
  }

  private static boolean isRegularFile(String name) {
    try {
      return Files.isRegularFile(Path.of(name));
    } catch (InvalidPathException e) {
      return false;
    }
  }
}
