package org.basin.engine.lease;

import com.typesafe.config.ConfigException;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.basin.engine.storage.EngineException;
import org.basin.engine.storage.EngineSettings;
import org.basin.engine.storage.ExclusiveFile;
import org.basin.engine.storage.ProcessIdentity;
import org.basin.engine.storage.SweepFolder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The exclusive right to write to a sweep's folder. A lease has a number, and the highest number
 * holds the right. A process takes it from a dead holder by creating the next number, which only
 * one process can do. A holder that was only suspended learns by {@link #check} that there is a
 * higher number. See {@link LeaseFiles}.
 *
 * <p>A holder on this machine counts as alive if its process is. A holder on another machine counts
 * as alive if its heartbeat is recent.
 */
public final class Lease implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Lease.class);

  private final SweepFolder folder;
  private final EngineSettings settings;
  private final LeaseFiles files;
  private final long number;
  private final String claim;
  private final ScheduledExecutorService heart;

  private Lease(SweepFolder folder, EngineSettings settings, long number, String claim) {
    this.folder = folder;
    this.settings = settings;
    this.files = new LeaseFiles(folder);
    this.number = number;
    this.claim = claim;
    this.heart =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread thread = new Thread(task, "basin-heartbeat");
              thread.setDaemon(true);
              return thread;
            });
    long period = Math.max(1, (long) (settings.heartbeatSeconds() * 1000));
    var unused = heart.scheduleAtFixedRate(this::beat, period, period, TimeUnit.MILLISECONDS);
  }

  private void beat() {
    try {
      folder.write(files.pulse(number), "");
    } catch (EngineException e) {
      // The next heartbeat tries again. An exception here would end all later ones.
      LOG.warn("no heartbeat: {}", e.getMessage());
    }
  }

  /**
   * Takes the lease, from a dead holder if necessary.
   *
   * @throws EngineException if another process holds it and is alive
   */
  public static Lease take(SweepFolder folder, EngineSettings settings) {
    return take(folder, settings, ProcessIdentity.own());
  }

  /** Takes the lease under another identity, for tests. */
  public static Lease take(SweepFolder folder, EngineSettings settings, ProcessIdentity self) {
    LeaseFiles files = new LeaseFiles(folder);
    long before = files.highest();
    Optional<Holder> holder = holder(folder, settings, before, files::now);
    if (holder.isPresent()) {
      throw inUse(folder, holder.get());
    }
    long number = before + 1;
    String claim = self.render(UUID.randomUUID().toString());
    boolean created = ExclusiveFile.create(folder, files.claim(number), claim);
    long highest = files.highest();
    if (created && highest > number) {
      // Between the two looks, another process claimed the number, released it and deleted its
      // files, and then this process claimed the same number.
      folder.delete(files.claim(number));
    }
    if (!created || highest > number) {
      throw inUse(
          folder,
          holder(folder, settings, highest, files::now)
              .orElse(new Holder("another process that has just taken it", "")));
    }
    files.clearBelow(number, settings.staleSeconds());
    return new Lease(folder, settings, number, claim);
  }

  private static EngineException inUse(SweepFolder folder, Holder holder) {
    return new EngineException(
        "sweep "
            + folder.sweep()
            + " is in use by "
            + holder.name()
            + "; wait for it to end"
            + holder.orElse());
  }

  /** The number of the lease. Later holders have higher numbers. */
  long number() {
    return number;
  }

  /**
   * Checks that this process still holds the lease. It is called before each step whose effect
   * others see: before a slice is committed and before a table is replaced.
   *
   * @throws LeaseLostException if another process has taken the lease, or its files were deleted
   */
  public void check() {
    long highest = files.highest();
    if (highest > number) {
      throw new LeaseLostException(
          "sweep "
              + folder.sweep()
              + " was taken over by "
              + claimant(folder, highest).map(Object::toString).orElse("another process")
              + ", as this one had shown no sign of life for "
              + Math.round(settings.staleSeconds())
              + " s (was it stopped, or its machine asleep?); it ends here and publishes nothing");
    }
    if (highest < number || !isOwn()) {
      throw new LeaseLostException(
          "the lease "
              + files.claim(number)
              + " was deleted; this process ends and publishes nothing");
    }
  }

  /**
   * Where a file system cannot create files exclusively, a later claimant may have replaced this
   * claim.
   */
  private boolean isOwn() {
    return folder.exists(files.claim(number)) && folder.read(files.claim(number)).equals(claim);
  }

  /**
   * Returns the live holder of the lease: its process and machine. It changes nothing, not even to
   * learn the file system's time: the age of a remote heartbeat is measured by this machine's
   * clock.
   */
  public static Optional<String> holder(SweepFolder folder, EngineSettings settings) {
    return holder(folder, settings, new LeaseFiles(folder).highest(), System::currentTimeMillis)
        .map(Holder::name);
  }

  /**
   * A holder that is alive.
   *
   * @param name the holder's process and machine, for people
   * @param orElse what the user can do instead of waiting for its end
   */
  private record Holder(String name, String orElse) {}

  private static Optional<Holder> holder(
      SweepFolder folder, EngineSettings settings, long number, LongSupplier clock) {
    return claimed(folder, settings, number, clock)
        .or(() -> EarlierLease.holder(folder, settings, clock).map(name -> new Holder(name, "")));
  }

  private static Optional<Holder> claimed(
      SweepFolder folder, EngineSettings settings, long number, LongSupplier clock) {
    LeaseFiles files = new LeaseFiles(folder);
    if (number == 0 || folder.exists(files.released(number))) {
      return Optional.empty();
    }
    Optional<ProcessIdentity> claimant = claimant(folder, number);
    ProcessIdentity.Life life =
        claimant.map(ProcessIdentity::life).orElse(ProcessIdentity.Life.UNKNOWN);
    String name = claimant.map(Object::toString).orElse("a process that has just started");
    if (life != ProcessIdentity.Life.UNKNOWN) {
      return life == ProcessIdentity.Life.ALIVE
          ? Optional.of(new Holder(name, ""))
          : Optional.empty();
    }
    long last = Math.max(files.modified(files.claim(number)), files.modified(files.pulse(number)));
    double age = Math.max(0, (clock.getAsLong() - last) / 1000.0);
    return age >= settings.staleSeconds()
        ? Optional.empty()
        : Optional.of(
            new Holder(
                name + " (last sign of life " + Math.round(age) + " s ago)",
                ", or for " + Math.round(settings.staleSeconds()) + " s without a sign of life"));
  }

  /**
   * Returns the process that made a claim. It is empty if the claim is being written now, was cut
   * short by a kill, or does not exist.
   */
  private static Optional<ProcessIdentity> claimant(SweepFolder folder, long number) {
    try {
      return Optional.of(ProcessIdentity.parse(folder.read(new LeaseFiles(folder).claim(number))));
    } catch (EngineException | ConfigException e) {
      return Optional.empty();
    }
  }

  /** Releases the lease, unless another process has a higher number. */
  @Override
  public void close() {
    heart.shutdown();
    try {
      heart.awaitTermination(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    try {
      if (files.highest() == number && isOwn()) {
        folder.write(files.released(number), "");
      }
      folder.delete(files.pulse(number));
    } catch (EngineException e) {
      // Once the process has ended, its absence says the same.
      LOG.warn("the lease is not released: {}", e.getMessage());
    }
  }
}
