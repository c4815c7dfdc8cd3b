package org.basin.engine.lease;

import com.typesafe.config.ConfigException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.basin.engine.storage.EngineException;
import org.basin.engine.storage.EngineSettings;
import org.basin.engine.storage.ProcessIdentity;
import org.basin.engine.storage.SweepFolder;

/**
 * A holder of a lease that is alive.
 *
 * @param name the holder's process and machine, for people
 * @param since since when it holds the lease, in words that begin with a space; empty if unknown
 * @param orElse what the user can do instead of waiting for its end
 */
record LeaseHolder(String name, String since, String orElse) {

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

  /** The start of the token of a claim that holds nothing; see {@link #isFence}. */
  static final String FENCE = "fence-";

  /**
   * Returns the live holder of the highest claim of a series.
   *
   * @param clock the current time, in milliseconds
   */
  static Optional<LeaseHolder> of(
      SweepFolder folder, EngineSettings settings, LeaseFiles files, LongSupplier clock) {
    return of(folder, settings, files, files.highest(), clock);
  }

  /** Returns the holder of the claim {@code number} of a series, if it is alive. */
  static Optional<LeaseHolder> of(
      SweepFolder folder,
      EngineSettings settings,
      LeaseFiles files,
      long number,
      LongSupplier clock) {
    Optional<LeaseHolder> holder = claimed(folder, settings, files, number, clock);
    return holder.isPresent() || !files.part().isEmpty()
        ? holder
        : EarlierLease.holder(folder, settings, clock).map(name -> new LeaseHolder(name, "", ""));
  }

  private static Optional<LeaseHolder> claimed(
      SweepFolder folder,
      EngineSettings settings,
      LeaseFiles files,
      long number,
      LongSupplier clock) {
    if (number == 0 || folder.exists(files.released(number)) || isFence(folder, files, number)) {
      return Optional.empty();
    }
    Optional<ProcessIdentity> claimant = claimant(folder, files, number);
    ProcessIdentity.Life life =
        claimant.map(ProcessIdentity::life).orElse(ProcessIdentity.Life.UNKNOWN);
    String name = claimant.map(Object::toString).orElse("a process that has just started");
    String since = since(files.modified(files.claim(number)));
    if (life != ProcessIdentity.Life.UNKNOWN) {
      return life == ProcessIdentity.Life.ALIVE
          ? Optional.of(new LeaseHolder(name, since, ""))
          : Optional.empty();
    }
    long pulse = files.modified(files.pulse(number));
    long last = pulse == 0 ? files.modified(files.claim(number)) : pulse;
    // A heartbeat far in the future was made before the clock was set back. A live holder has made
    // another since then.
    double age = Math.abs(clock.getAsLong() - last) / 1000.0;
    return age >= settings.staleSeconds()
        ? Optional.empty()
        : Optional.of(
            new LeaseHolder(
                name + " (last sign of life " + Math.round(age) + " s ago)",
                since,
                ", or for " + Math.round(settings.staleSeconds()) + " s without a sign of life"));
  }

  private static String since(long millis) {
    return millis == 0
        ? ""
        : " since " + TIME.format(Instant.ofEpochMilli(millis).atZone(ZoneId.systemDefault()));
  }

  /** This holder under another name. */
  LeaseHolder named(String other) {
    return new LeaseHolder(other, since, orElse);
  }

  /**
   * Whether a claim only takes the series from a dead holder, for the holder of another series that
   * excludes this one.
   */
  static boolean isFence(SweepFolder folder, LeaseFiles files, long number) {
    try {
      return folder.read(files.claim(number)).contains('"' + FENCE);
    } catch (EngineException e) {
      return false;
    }
  }

  /**
   * Returns the process that made a claim. It is empty if the claim is being written now, was cut
   * short by a kill, or does not exist.
   */
  static Optional<ProcessIdentity> claimant(SweepFolder folder, LeaseFiles files, long number) {
    try {
      return Optional.of(ProcessIdentity.parse(folder.read(files.claim(number))));
    } catch (EngineException | ConfigException e) {
      return Optional.empty();
    }
  }
}
