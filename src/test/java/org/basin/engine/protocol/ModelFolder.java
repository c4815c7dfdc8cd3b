package org.basin.engine.protocol;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.basin.engine.Jobs;
import org.basin.engine.storage.EngineSettings;
import org.basin.engine.storage.FolderOn;
import org.basin.engine.storage.ProcessIdentity;
import org.basin.engine.storage.SweepFolder;

/** The sweep's folder in the store, as processes on different machines see it. */
final class ModelFolder {

  /** The time after which a sign of life is old. No heart beats within it. */
  private static final long STALE_SECONDS = 2000;

  static final long LONG_MILLIS = (STALE_SECONDS + 1) * 1000;

  private static final EngineSettings LINKS = settings(true);
  private static final EngineSettings SWAPS = settings(false);

  private static final String ROOT = "/s";
  private static final String WORK = ROOT + "/_work";

  private ModelFolder() {}

  private static EngineSettings settings(boolean links) {
    return Jobs.settings(
        "basin.engine { heartbeat-seconds = 1000, stale-seconds = %d, table-links = %s }"
            .formatted(STALE_SECONDS, links));
  }

  /** The settings of all processes. */
  static EngineSettings settings(StoreKind kind) {
    return kind == StoreKind.FOLDERS ? SWAPS : LINKS;
  }

  /** The folder as {@code process} sees it; null for an onlooker. */
  static SweepFolder of(Store store, StoreKind kind, ModelProcess process) {
    View view = new View(store, process);
    return FolderOn.of(
        kind == StoreKind.OBJECTS ? new StoreFileSystem(view, kind) : new DiskFileSystem(view),
        ROOT);
  }

  /** A process of a machine of its own, so that only its signs of life tell whether it lives. */
  static ProcessIdentity identity(int number) {
    return new ProcessIdentity("host" + number, "machine" + number, "user", 7, "start");
  }

  static Store empty() {
    Store store = new Store();
    try {
      store.makeFolders(WORK);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return store;
  }

  /** The number of the last claim to the lease; 0 if there is none. */
  static long highestClaim(Store store) {
    try {
      return store.names(WORK).stream()
          .filter(name -> name.matches("lease-\\d+\\.json"))
          .mapToLong(name -> Long.parseLong(name.replaceAll("\\D", "")))
          .max()
          .orElse(0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
