package org.basin.linalg.blas;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/** A native library on its way from a jar into the process. */
final class NativeFile {

  private NativeFile() {}

  static boolean isLinuxOnX86() {
    return System.getProperty("os.name").equals("Linux")
        && System.getProperty("os.arch").equals("amd64");
  }

  /**
   * Copies a resource into a new file in the temporary folder.
   *
   * @throws UnsatisfiedLinkError if there is no such resource or no room
   */
  static Path unpack(ClassLoader loader, String resource) {
    return unpack(loader, resource, bytes -> {});
  }

  /**
   * The same, with a change.
   *
   * @param change made to the bytes
   */
  static Path unpack(ClassLoader loader, String resource, Consumer<byte[]> change) {
    try (InputStream in = loader.getResourceAsStream(resource)) {
      if (in == null) {
        throw new UnsatisfiedLinkError("no resource " + resource);
      }
      byte[] bytes = in.readAllBytes();
      change.accept(bytes);
      return Files.write(Files.createTempFile("basin-", ".so"), bytes);
    } catch (IOException e) {
      throw (Error) new UnsatisfiedLinkError("cannot unpack " + resource).initCause(e);
    }
  }

  /** Deletes {@code file}, if any: a loaded library keeps its contents until the process ends. */
  static void delete(Path file) {
    if (file != null) {
      try {
        Files.deleteIfExists(file);
      } catch (IOException e) {
        file.toFile().deleteOnExit();
      }
    }
  }
}
