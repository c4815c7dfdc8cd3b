package org.basin.engine;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigRenderOptions;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileAlreadyExistsException;
import org.apache.hadoop.fs.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The right to write to a sweep's folder: a file that names who holds it and shows that they live.
 * A holder on this machine is alive if its process is; one elsewhere, if its heartbeat is recent.
 * The lease spares work and confusion; were it ever held twice, trials trained twice would still be
 * published once (see {@link Finished}).
 */
final class Lease implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Lease.class);

  private final SweepFolder folder;
  private final ScheduledExecutorService heart;

  private Lease(SweepFolder folder, EngineSettings settings) {
    this.folder = folder;
    this.heart =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread thread = new Thread(task, "basin-heartbeat");
              thread.setDaemon(true);
              return thread;
            });
    long period = Math.max(1, (long) (settings.heartbeatSeconds() * 1000));
    var unused =
        heart.scheduleAtFixedRate(() -> beat(folder), period, period, TimeUnit.MILLISECONDS);
  }

  private static void beat(SweepFolder folder) {
    try {
      folder.write(pulse(folder), "");
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
    Path file = file(folder);
    if (!create(folder, file)) {
      Optional<String> holder = holder(folder, settings);
      if (holder.isPresent()) {
        throw new EngineException(
            "sweep " + folder.sweep() + " is in use by " + holder.get() + "; wait for it to end");
      }
      folder.delete(file);
      if (!create(folder, file)) {
        throw new EngineException(
            "sweep " + folder.sweep() + " has just been taken by another process");
      }
    }
    return new Lease(folder, settings);
  }

  /** Writes the lease; false if there is one. */
  private static boolean create(SweepFolder folder, Path file) {
    try (FSDataOutputStream out = folder.files().create(file, false)) {
      out.writeBytes(content());
      return true;
    } catch (FileAlreadyExistsException e) {
      return false;
    } catch (IOException e) {
      throw new MachineException("cannot write " + file + ": " + e.getMessage(), e);
    }
  }

  /** Who holds the lease and is alive: process and machine. */
  static Optional<String> holder(SweepFolder folder, EngineSettings settings) {
    Path file = file(folder);
    if (!folder.exists(file)) {
      return Optional.empty();
    }
    boolean recent =
        Math.min(ageOf(folder, file), ageOf(folder, pulse(folder))) < settings.staleSeconds();
    try {
      Config content = ConfigFactory.parseString(folder.read(file));
      String host = content.getString("host");
      long pid = content.getLong("pid");
      boolean alive =
          host.equals(Machine.host()) ? content.getString("started").equals(started(pid)) : recent;
      return alive ? Optional.of("process " + pid + " on " + host) : Optional.empty();
    } catch (EngineException | ConfigException e) {
      // Being written now, or cut short by a kill: its age decides.
      return recent ? Optional.of("a process that has just started") : Optional.empty();
    }
  }

  private static double ageOf(SweepFolder folder, Path file) {
    try {
      long modified = folder.files().getFileStatus(file).getModificationTime();
      return (System.currentTimeMillis() - modified) / 1000.0;
    } catch (IOException e) {
      return Double.POSITIVE_INFINITY;
    }
  }

  private static Path file(SweepFolder folder) {
    return folder.work("lease.json");
  }

  /**
   * Rewritten at every heartbeat: the lease itself is written once, so that no kill can tear it.
   */
  private static Path pulse(SweepFolder folder) {
    return folder.work("lease-pulse");
  }

  private static String content() {
    long pid = ProcessHandle.current().pid();
    return ConfigFactory.parseMap(
            Map.of(
                "host", Machine.host(),
                "pid", pid,
                "started", started(pid)))
        .root()
        .render(ConfigRenderOptions.concise());
  }

  /** When process {@code pid} of this machine started; tells it from a later one of that number. */
  private static String started(long pid) {
    return ProcessHandle.of(pid)
        .flatMap(process -> process.info().startInstant())
        .map(Instant::toString)
        .orElse("");
  }

  @Override
  public void close() {
    heart.shutdown();
    try {
      heart.awaitTermination(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    folder.delete(pulse(folder));
    folder.delete(file(folder));
  }
}
