package org.basin.settings;

import java.nio.charset.StandardCharsets;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;

/**
 * Makes random streams from a seed and a name. A stream depends on nothing else (not on the trial,
 * its batch or its partition), so that trials with the same data seed have the same data.
 */
public final class RandomStreams {

  /** xoshiro256++ (Blackman &amp; Vigna 2021) has four words of state. */
  private static final int STATE_WORDS = 4;

  private RandomStreams() {}

  /**
   * Makes a new stream, at its start.
   *
   * @param seed the seed of the stream's class (data, init or order)
   * @param name the stream's purpose, such as {@code data.train}; streams with the same seed and
   *     different names are independent
   */
  public static UniformRandomProvider stream(long seed, String name) {
    long hash = fnv1a(name) ^ mix(seed);
    long[] state = new long[STATE_WORDS];
    for (int i = 0; i < STATE_WORDS; i++) {
      hash += 0x9e3779b97f4a7c15L;
      state[i] = mix(hash);
    }
    return RandomSource.XO_SHI_RO_256_PP.create(state);
  }

  /** FNV-1a, 64 bits, over UTF-8 (Fowler, Noll, Vo). */
  private static long fnv1a(String text) {
    long hash = 0xcbf29ce484222325L;
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      hash = (hash ^ (b & 0xff)) * 0x100000001b3L;
    }
    return hash;
  }

  /** SplitMix64's finaliser (Steele, Lea &amp; Flood 2014; Stafford's variant 13). */
  private static long mix(long z) {
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}
