package org.basin.testing.fault;

import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.LocalFileSystem;
import org.basin.engine.storage.LocalDisk;

/**
 * The local file system with all its changes counted by {@link Countdown}: those of files and of
 * their checksum files, and those of Basin's own that Hadoop's interface does not offer.
 */
public final class CountdownFileSystem extends LocalFileSystem implements LocalDisk.Owner {

  private static final String IMPLEMENTATION = "fs.file.impl";
  private static final String NO_CACHE = "fs.file.impl.disable.cache";

  private final CountdownDisk disk = new CountdownDisk();

  /** Hadoop makes it by its name. */
  public CountdownFileSystem() {
    super(new CountedFiles());
  }

  /** Makes {@code hadoop} use this file system for paths of this machine. */
  public static void use(Configuration hadoop) {
    hadoop.set(IMPLEMENTATION, CountdownFileSystem.class.getName());
    hadoop.set(NO_CACHE, "true");
  }

  /** Makes {@code hadoop} use its own file system again. */
  public static void leave(Configuration hadoop) {
    hadoop.unset(IMPLEMENTATION);
    hadoop.unset(NO_CACHE);
  }

  /** From now on, {@code file} cannot be opened, as if this process had no permission. */
  public static void deny(Path file) {
    CountedFiles.DENIED.add(file.toString());
  }

  /** Every file can be opened again. */
  public static void allowAll() {
    CountedFiles.DENIED.clear();
  }

  @Override
  public LocalDisk disk() {
    return disk;
  }
}
