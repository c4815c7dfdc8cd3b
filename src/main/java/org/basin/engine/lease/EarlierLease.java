package org.basin.engine.lease;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import java.time.Instant;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.apache.hadoop.fs.Path;
import org.basin.engine.storage.EngineException;
import org.basin.engine.storage.EngineSettings;
import org.basin.engine.storage.Machine;
import org.basin.engine.storage.SweepFolder;

/**
 * The file {@code lease.json} of Basin versions before leases were numbered. It still counts while
 * its holder is alive.
 */
final class EarlierLease {

  private static final String FILE = "lease.json";
  private static final String PULSE = "lease-pulse";

  private EarlierLease() {}

  /** The holder, if it is alive. */
  static Optional<String> holder(SweepFolder folder, EngineSettings settings, LongSupplier clock) {
    Path file = folder.work(FILE);
    if (!folder.exists(file)) {
      return Optional.empty();
    }
    LeaseFiles files = new LeaseFiles(folder);
    long last = Math.max(files.modified(file), files.modified(folder.work(PULSE)));
    boolean recent = (clock.getAsLong() - last) / 1000.0 < settings.staleSeconds();
    try {
      Config content = ConfigFactory.parseString(folder.read(file));
      String host = content.getString("host");
      long pid = content.getLong("pid");
      boolean alive =
          host.equals(Machine.host()) ? content.getString("started").equals(started(pid)) : recent;
      return alive ? Optional.of("process " + pid + " on " + host) : Optional.empty();
    } catch (EngineException | ConfigException e) {
      return recent ? Optional.of("a process that has just started") : Optional.empty();
    }
  }

  /** Deletes the file of a holder that is dead. */
  static void delete(SweepFolder folder) {
    folder.delete(folder.work(FILE));
    folder.delete(folder.work(PULSE));
  }

  private static String started(long pid) {
    return ProcessHandle.of(pid)
        .flatMap(process -> process.info().startInstant())
        .map(Instant::toString)
        .orElse("");
  }
}
