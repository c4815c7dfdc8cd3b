package org.basin.engine;

import com.typesafe.config.ConfigException;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The right to write to a sweep's folder. It is numbered, and the highest number holds: to take it
 * from a dead holder is to create the next number, which one alone can do, and a holder who was
 * only asleep finds by {@link #check} that there is a higher one. See {@link LeaseFiles}.
 *
 * <p>A holder on this machine is alive if its process is; any other one, if its heartbeat is
 * recent.
 */
final class Lease implements AutoCloseable {

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
      // The next beat tries again; an exception here would end all of them.
      LOG.warn("no heartbeat: {}", e.getMessage());
    }
  }

  /**
   * Takes the lease, from a dead holder if need be.
   *
   * @throws EngineException if another process holds it
   */
  static Lease take(SweepFolder folder, EngineSettings settings) {
    return take(folder, settings, ProcessIdentity.own());
  }

  /** As another process would. */
  static Lease take(SweepFolder folder, EngineSettings settings, ProcessIdentity self) {
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
      // It was claimed, released and cleared away between the two looks, and claimed again.
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

  /** Its number: later holders have higher ones. */
  long number() {
    return number;
  }

  /**
   * Looks whether this process still holds it. Called before each step that others see: the commit
   * of a slice, the switch of a table.
   *
   * @throws LeaseLostException if another process has taken it over, or its files were deleted
   */
  void check() {
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

  /** Where a file system cannot create exclusively, a later claimant has replaced the claim. */
  private boolean isOwn() {
    return folder.exists(files.claim(number)) && folder.read(files.claim(number)).equals(claim);
  }

  /**
   * Who holds the lease and is alive: process and machine. Changes nothing, so that it tells the
   * age of a heartbeat from elsewhere by this machine's clock.
   */
  static Optional<String> holder(SweepFolder folder, EngineSettings settings) {
    return holder(folder, settings, new LeaseFiles(folder).highest(), System::currentTimeMillis)
        .map(Holder::name);
  }

  /**
   * A holder that is alive.
   *
   * @param name for people
   * @param orElse what may be done besides waiting for its end
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
   * Who made a claim; empty if it is being written now, was cut short by a kill, or is not there.
   */
  private static Optional<ProcessIdentity> claimant(SweepFolder folder, long number) {
    try {
      return Optional.of(ProcessIdentity.parse(folder.read(new LeaseFiles(folder).claim(number))));
    } catch (EngineException | ConfigException e) {
      return Optional.empty();
    }
  }

  /** Releases its own number, unless another process has gone beyond it. */
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
      // Its process will be gone, which says the same.
      LOG.warn("the lease is not released: {}", e.getMessage());
    }
  }
}
