package org.basin.engine.lease;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.basin.engine.storage.EngineException;
import org.basin.engine.storage.EngineSettings;
import org.basin.engine.storage.ExclusiveFile;
import org.basin.engine.storage.ProcessIdentity;
import org.basin.engine.storage.SweepFolder;
import org.basin.plan.Part;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The exclusive right to write to a sweep's folder, or to train one of its parts. A lease has a
 * number, and the highest number holds the right. A process takes it from a dead holder by creating
 * the next number, which only one process can do. A holder that was only suspended learns by {@link
 * #check} that there is a higher number. See {@link LeaseFiles}.
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

  private Lease(
      SweepFolder folder, EngineSettings settings, LeaseFiles files, long number, String claim) {
    this.folder = folder;
    this.settings = settings;
    this.files = files;
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
   * @throws LeaseHeldException if another process holds it and is alive
   */
  public static Lease take(SweepFolder folder, EngineSettings settings) {
    return take(folder, settings, ProcessIdentity.own());
  }

  /** Takes the lease under another identity, for tests. */
  public static Lease take(SweepFolder folder, EngineSettings settings, ProcessIdentity self) {
    Lease lease = claim(folder, settings, new LeaseFiles(folder), self);
    lease.exclude(
        self,
        () -> {
          EarlierLease.delete(folder);
          return PartFolders.leasesOfOthers(folder, 0);
        });
    return lease;
  }

  /**
   * Takes the lease of one part of a sweep. Parts of one division do not exclude each other. The
   * whole sweep and the parts of other divisions do.
   *
   * @param division the number of the division
   * @throws LeaseHeldException if another process holds the part, the whole sweep, or a part of
   *     another division, and is alive
   */
  public static Lease takePart(
      SweepFolder folder, EngineSettings settings, long division, Part part) {
    return takePart(folder, settings, division, part, ProcessIdentity.own());
  }

  /** Takes the lease of a part under another identity, for tests. */
  public static Lease takePart(
      SweepFolder folder, EngineSettings settings, long division, Part part, ProcessIdentity self) {
    Lease lease = claim(folder, settings, PartFolders.leases(folder, division, part), self);
    lease.exclude(
        self,
        () -> {
          List<LeaseFiles> others = new ArrayList<>(List.of(new LeaseFiles(folder)));
          others.addAll(PartFolders.leasesOfOthers(folder, division));
          return others;
        });
    return lease;
  }

  /** Claims the next number of a series. Nothing else is looked at. */
  private static Lease claim(
      SweepFolder folder, EngineSettings settings, LeaseFiles files, ProcessIdentity self) {
    long before = files.highest();
    Optional<LeaseHolder> holder = LeaseHolder.of(folder, settings, files, before, files::now);
    if (holder.isPresent()) {
      throw inUse(files, holder.get());
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
          files,
          LeaseHolder.of(folder, settings, files, highest, files::now)
              .orElse(new LeaseHolder("another process that has just taken it", "", "")));
    }
    return new Lease(folder, settings, files, number, claim);
  }

  /**
   * Excludes the holders of other series, after this lease was claimed: of two processes that
   * exclude each other, at least one sees the other's claim. The series of dead holders are fenced.
   * What earlier holders of this series left is deleted.
   *
   * <p>Whatever goes wrong, this lease is released.
   *
   * @throws EngineException if one of the holders is alive
   */
  private void exclude(ProcessIdentity self, Supplier<List<LeaseFiles>> others) {
    try {
      files.clearBelow(number, settings.staleSeconds());
      for (LeaseFiles other : others.get()) {
        while (!fence(other, self)) {
          // Another process has claimed or fenced the same number: look again.
        }
      }
    } catch (RuntimeException | Error e) {
      close();
      throw e;
    }
  }

  /**
   * Makes sure that nobody holds a series: a dead holder that was only asleep finds a higher number
   * when it wakes.
   *
   * @return whether that is so; false if another process was quicker
   */
  private boolean fence(LeaseFiles other, ProcessIdentity self) {
    long highest = other.highest();
    Optional<LeaseHolder> holder = LeaseHolder.of(folder, settings, other, highest, files::now);
    if (holder.isPresent()) {
      throw inUse(
          files,
          other.part().isEmpty()
              ? holder.get()
              : holder.get().named(other.part() + ", " + holder.get().name()));
    }
    if (highest == 0
        || folder.exists(other.released(highest))
        || LeaseHolder.isFence(folder, other, highest)) {
      return true;
    }
    String claim = self.render(LeaseHolder.FENCE + UUID.randomUUID());
    return ExclusiveFile.create(folder, other.claim(highest + 1), claim);
  }

  private static LeaseHeldException inUse(LeaseFiles files, LeaseHolder holder) {
    return new LeaseHeldException(
        files.subject()
            + " is in use by "
            + holder.name()
            + holder.since()
            + "; wait for it to end"
            + holder.orElse());
  }

  /** The number of the lease. Later holders have higher numbers. */
  public long number() {
    return number;
  }

  /**
   * Checks that this process still holds the lease. It is called before each step whose effect
   * others see: before a slice is committed and before a table is replaced.
   *
   * @throws LeaseLostException if another process has taken the lease, or its files were deleted
   */
  public void check() {
    if (files.highest() == number && isOwn()) {
      return;
    }
    // The successor's claim came first, and then it deleted this one: look at both again.
    long highest = files.highest();
    if (highest > number) {
      throw new LeaseLostException(
          files.subject()
              + " was taken over by "
              + LeaseHolder.claimant(folder, files, highest)
                  .map(Object::toString)
                  .orElse("another process")
              + ", as this one had shown no sign of life for "
              + Math.round(settings.staleSeconds())
              + " s (was it stopped, or its machine asleep?); it ends here and publishes nothing");
    }
    throw new LeaseLostException(
        "the lease "
            + files.claim(number)
            + " was deleted; this process ends and publishes nothing");
  }

  /**
   * Where a file system cannot create files exclusively, a later claimant may have replaced this
   * claim.
   */
  private boolean isOwn() {
    try {
      return folder.read(files.claim(number)).equals(claim);
    } catch (EngineException e) {
      if (folder.exists(files.claim(number))) {
        throw e;
      }
      return false;
    }
  }

  /**
   * Returns the live holder of the lease: its process and machine. It changes nothing, not even to
   * learn the file system's time: the age of a remote heartbeat is measured by this machine's
   * clock.
   */
  public static Optional<String> holder(SweepFolder folder, EngineSettings settings) {
    return LeaseHolder.of(folder, settings, new LeaseFiles(folder), System::currentTimeMillis)
        .map(LeaseHolder::name);
  }

  /** Returns the live holder of a part's lease, likewise. */
  public static Optional<String> holder(
      SweepFolder folder, EngineSettings settings, long division, Part part) {
    return LeaseHolder.of(
            folder, settings, PartFolders.leases(folder, division, part), System::currentTimeMillis)
        .map(LeaseHolder::name);
  }

  /** Whether a part of a division is held by a process that is alive. */
  public static boolean isDivisionHeld(SweepFolder folder, EngineSettings settings, long division) {
    return PartFolders.leases(folder, division).stream()
        .anyMatch(files -> LeaseHolder.of(folder, settings, files, files::now).isPresent());
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
