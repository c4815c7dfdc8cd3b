package org.basin.nn.blas;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

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
    try (InputStream in = loader.getResourceAsStream(resource)) {
      if (in == null) {
        throw new UnsatisfiedLinkError("no resource " + resource);
      }
      Path file = Files.createTempFile("basin-", ".so");
      Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
      return file;
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
