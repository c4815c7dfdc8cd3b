package org.basin.plan;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.basin.settings.ContentHash;

/**
 * A SHA-256 hash of the beginning of a text, which can be continued. The texts of a point's trials
 * begin alike, so their common part is hashed once. Safe for use by several threads.
 */
final class IdHash {

  /**
   * The length of an id: 16 bytes are 128 bits, so that two of 10^9 trials share an id with
   * probability below 1e-20.
   */
  private static final int ID_BYTES = 16;

  private final MessageDigest digest;

  private IdHash(MessageDigest digest) {
    this.digest = digest;
  }

  /** Hashes the beginning of a text. */
  static IdHash of(String text) {
    MessageDigest digest = ContentHash.sha256();
    digest.update(text.getBytes(StandardCharsets.UTF_8));
    return new IdHash(digest);
  }

  /** Returns the id of the text that continues with {@code end}: 32 hexadecimal digits. */
  String id(String end) {
    try {
      MessageDigest own = (MessageDigest) digest.clone();
      byte[] hash = own.digest(end.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, ID_BYTES);
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException("Java's SHA-256 can be cloned", e);
    }
  }
}
