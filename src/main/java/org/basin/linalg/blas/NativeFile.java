package org.basin.linalg.blas;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Unpacks a native library from a jar into a file that the process can load. */
final class NativeFile {

  private NativeFile() {}

  static boolean isLinuxOnX86() {
    return System.getProperty("os.name").equals("Linux")
        && System.getProperty("os.arch").equals("amd64");
  }

  /**
   * Copies a resource into a new file in the temporary folder.
   *
   * @throws UnsatisfiedLinkError if there is no such resource, or if the file cannot be written
   */
  static Path unpack(ClassLoader loader, String resource) {
    return unpack(loader, resource, bytes -> {});
  }

  /**
   * Copies a resource into a new file in the temporary folder, with changed bytes.
   *
   * @param change changes the bytes in place
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

  /**
   * Deletes {@code file} if it is not null. A loaded library keeps its contents until the process
   * ends.
   */
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
