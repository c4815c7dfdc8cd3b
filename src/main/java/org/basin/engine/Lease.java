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
      folder.write(file(folder), content());
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
    for (int attempt = 0; attempt < 2; attempt++) {
      try (FSDataOutputStream out = folder.files().create(file, false)) {
        out.writeBytes(content());
        out.close();
        return new Lease(folder, settings);
      } catch (FileAlreadyExistsException e) {
        Optional<String> holder = holder(folder, settings);
        if (holder.isPresent()) {
          throw new EngineException(
              "sweep " + folder.sweep() + " is in use by " + holder.get() + "; wait for it to end",
              e);
        }
        folder.delete(file);
      } catch (IOException e) {
        throw new EngineException("cannot write " + file + ": " + e.getMessage(), e);
      }
    }
    throw new EngineException(
        "sweep " + folder.sweep() + " has just been taken by another process");
  }

  /** Who holds the lease and is alive: process and machine. */
  static Optional<String> holder(SweepFolder folder, EngineSettings settings) {
    Path file = file(folder);
    if (!folder.exists(file)) {
      return Optional.empty();
    }
    try {
      Config content = ConfigFactory.parseString(folder.read(file));
      boolean here = content.getString("host").equals(Machine.host());
      long pid = content.getLong("pid");
      double age = (System.currentTimeMillis() - content.getLong("beat")) / 1000.0;
      boolean alive =
          here ? content.getString("started").equals(started(pid)) : age < settings.staleSeconds();
      return alive
          ? Optional.of("process " + pid + " on " + content.getString("host"))
          : Optional.empty();
    } catch (EngineException | ConfigException e) {
      // Caught in the middle of a heartbeat, or by a kill in the middle of one: its age decides.
      return ageOf(folder, file) < settings.staleSeconds()
          ? Optional.of("a process that writes its heartbeat now")
          : Optional.empty();
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

  private static String content() {
    long pid = ProcessHandle.current().pid();
    return ConfigFactory.parseMap(
            Map.of(
                "host", Machine.host(),
                "pid", pid,
                "started", started(pid),
                "beat", System.currentTimeMillis()))
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
    folder.delete(file(folder));
  }
}
