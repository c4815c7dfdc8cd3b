package org.basin.settings;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** What tells one build of an outside component from another. */
final class Origin {

  private Origin() {}

  /**
   * The version that a factory declares, or else the SHA-256 of the jar that it was loaded from; of
   * a folder of classes, as under a build tool, of all its files.
   *
   * @throws IOException if there is no such jar, or it cannot be read
   */
  static String of(Factory factory) throws IOException {
    if (!factory.version().isEmpty()) {
      return "version " + factory.version();
    }
    CodeSource source = factory.getClass().getProtectionDomain().getCodeSource();
    if (source == null) {
      throw new IOException("its class was loaded from no file");
    }
    try {
      Path path = Path.of(source.getLocation().toURI());
      return "sha256 " + (Files.isDirectory(path) ? tree(path) : ContentHash.of(path));
    } catch (URISyntaxException | IllegalArgumentException e) {
      throw new IOException("its class was loaded from " + source.getLocation(), e);
    }
  }

  private static String tree(Path root) throws IOException {
    MessageDigest digest = ContentHash.sha256();
    try (Stream<Path> walked = Files.walk(root)) {
      List<Path> files = walked.filter(Files::isRegularFile).sorted().toList();
      for (Path file : files) {
        String line = root.relativize(file) + " " + ContentHash.of(file) + "\n";
        digest.update(line.getBytes(StandardCharsets.UTF_8));
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }
}
