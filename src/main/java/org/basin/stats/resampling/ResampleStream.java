package org.basin.stats.resampling;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;

/**
 * The random stream of one interval. Its seed is a hash of what the interval is about, so that the
 * same statistic of the same trials has the same ends at every computation, on every machine.
 */
public final class ResampleStream {

  private ResampleStream() {}

  /**
   * Returns the stream of a statistic.
   *
   * @param names what the interval is about: the point's id, the subject, the statistic
   */
  public static UniformRandomProvider of(String... names) {
    try {
      byte[] text = String.join("\n", names).getBytes(StandardCharsets.UTF_8);
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(text);
      return RandomSource.XO_SHI_RO_256_PP.create(ByteBuffer.wrap(hash).getLong());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // Every JVM has SHA-256.
    }
  }
}
