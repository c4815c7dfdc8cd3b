package org.basin.settings;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Computes the SHA-256 of texts and of the content of files. A process hashes a file again only if
 * its size, its inode or its time of change differs, or if the change was too recent to rely on the
 * time. Safe for several threads.
 */
public final class ContentHash {

  private static final int BUFFER = 1 << 16;

  /**
   * The coarsest step of a file system's clock. A file that changed within this time may change
   * again and keep its time of change.
   */
  private static final int SETTLED_SECONDS = 2;

  private static final Map<State, String> KNOWN = new ConcurrentHashMap<>();

  private ContentHash() {}

  /** The state of a file as the file system describes it; if it changes, the content may differ. */
  record State(Path file, long size, FileTime changed, Object inode) {

    public static State of(Path file) throws IOException {
      BasicFileAttributes found = Files.readAttributes(file, BasicFileAttributes.class);
      Object inode = found.fileKey() == null ? "" : found.fileKey();
      return new State(file.toAbsolutePath(), found.size(), found.lastModifiedTime(), inode);
    }
  }

  /**
   * The hash of a regular file's content: 64 hexadecimal digits.
   *
   * @throws IOException if the file cannot be read
   */
  public static String of(Path file) throws IOException {
    State state = State.of(file);
    String known = KNOWN.get(state);
    if (known != null) {
      return known;
    }
    Instant start = Instant.now();
    MessageDigest digest = sha256();
    try (InputStream in = Files.newInputStream(file)) {
      byte[] buffer = new byte[BUFFER];
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        digest.update(buffer, 0, read);
      }
    }
    String hash = HexFormat.of().formatHex(digest.digest());
    boolean settled = state.changed().toInstant().plusSeconds(SETTLED_SECONDS).isBefore(start);
    if (settled && State.of(file).equals(state)) {
      KNOWN.put(state, hash);
    }
    return hash;
  }

  /** The hash of a text in UTF-8: 64 hexadecimal digits. */
  public static String of(String text) {
    return HexFormat.of().formatHex(sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
  }

  /** A new SHA-256 digest without input. */
  public static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
