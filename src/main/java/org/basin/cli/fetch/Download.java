package org.basin.cli.fetch;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.LongConsumer;

/**
 * Brings one jar into a folder. A file gets its name only after its checksum was found right, so
 * that what stands in the folder is right, whenever the process ends.
 */
final class Download {
  private static final int ATTEMPTS = 3;
  private static final int BUFFER = 1 << 16;

  private final Source source;
  private final Path folder;
  private final LongConsumer received;

  /**
   * Prepares downloads.
   *
   * @param folder where the jars go
   * @param received is told of every piece that came, in bytes
   */
  Download(Source source, Path folder, LongConsumer received) {
    this.source = source;
    this.folder = folder;
    this.received = received;
  }

  /**
   * Brings the jar, if it is not there.
   *
   * @throws IOException with one line if it cannot be had
   */
  void bring(ListedJar jar) throws IOException {
    Path file = folder.resolve(jar.name());
    if (Files.exists(file) && digest(Files.newInputStream(file)).equals(jar.sha256())) {
      return;
    }
    for (int attempt = 1; ; attempt++) {
      try {
        fetch(jar, file);
        return;
      } catch (FileNotFoundException | NoSuchFileException | ChecksumException e) {
        throw e;
      } catch (IOException e) {
        if (attempt == ATTEMPTS) {
          throw e;
        }
      }
    }
  }

  private void fetch(ListedJar jar, Path file) throws IOException {
    Path part = Files.createTempFile(folder, jar.name(), ".part");
    try {
      String found;
      try (InputStream in = source.open(jar.path());
          OutputStream out = Files.newOutputStream(part)) {
        found = copy(in, out);
      }
      if (!found.equals(jar.sha256())) {
        throw new ChecksumException(jar, source, found);
      }
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private String digest(InputStream in) throws IOException {
    try (in) {
      return copy(in, OutputStream.nullOutputStream());
    }
  }

  private String copy(InputStream in, OutputStream out) throws IOException {
    MessageDigest digest = sha256();
    try (DigestInputStream digested = new DigestInputStream(in, digest)) {
      byte[] buffer = new byte[BUFFER];
      int count = digested.read(buffer);
      while (count >= 0) {
        out.write(buffer, 0, count);
        received.accept(count);
        count = digested.read(buffer);
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // Every JDK has it.
    }
  }

  /** What came is not what the list says. Another attempt would bring the same. */
  private static final class ChecksumException extends IOException {
    private static final long serialVersionUID = 1;

    ChecksumException(ListedJar jar, Source source, String found) {
      super(
          jar.path()
              + " of "
              + source.address()
              + " has SHA-256 "
              + found
              + ", must be "
              + jar.sha256()
              + "; it was not kept");
    }
  }
}
