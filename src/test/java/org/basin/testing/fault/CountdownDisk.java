package org.basin.testing.fault;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import org.basin.engine.storage.LocalDisk;

/** A disk whose changes {@link Countdown} counts. */
final class CountdownDisk extends LocalDisk {

  /** Makes one change that has no result. */
  @FunctionalInterface
  private interface Making {
    void make() throws IOException;
  }

  private static void make(Change change, Path path, Making making) throws IOException {
    Object unused =
        Countdown.make(
            change,
            path.toString(),
            () -> {
              making.make();
              return path;
            });
  }

  @Override
  public void makeSymbolicLink(Path link, String target) throws IOException {
    make(Change.SYMBOLIC_LINK, link, () -> super.makeSymbolicLink(link, target));
  }

  @Override
  public void makeHardLink(Path name, Path file) throws IOException {
    make(Change.HARD_LINK, name, () -> super.makeHardLink(name, file));
  }

  @Override
  public void replace(Path from, Path to) throws IOException {
    make(Change.REPLACE, to, () -> super.replace(from, to));
  }

  @Override
  public void delete(Path path) throws IOException {
    make(Change.DELETE, path, () -> super.delete(path));
  }

  @Override
  public void create(Path file, String text) throws IOException {
    make(Change.CREATE, file, () -> super.create(file, text));
  }

  @Override
  public void copy(Path file, Path name) throws IOException {
    make(Change.CREATE, name, () -> super.copy(file, name));
  }

  @Override
  public void makeFolder(Path folder) throws IOException {
    make(Change.MAKE_FOLDER, folder, () -> super.makeFolder(folder));
  }

  @Override
  public FileChannel open(Path file) throws IOException {
    return Countdown.make(Change.CREATE, file.toString(), () -> super.open(file));
  }
}
