package org.basin.settings;

import java.io.Serializable;
import java.util.List;
import java.util.Set;

/**
 * The seeds of one trial, one for each class of stream.
 *
 * @param data the seed of the training set or the sample stream
 * @param init the seed of the initial parameters
 * @param order the seed of the order of minibatches
 */
public record Seeds(long data, long init, long order) implements Serializable {

  /** The names of the streams, as {@code seeds.vary} lists them. */
  public static final List<String> STREAMS = List.of("data", "init", "order");

  /**
   * The seeds of a replicate: {@code seed} for the streams in {@code vary}, else {@code shared}.
   */
  public static Seeds of(long seed, long shared, Set<String> vary) {
    return new Seeds(
        vary.contains("data") ? seed : shared,
        vary.contains("init") ? seed : shared,
        vary.contains("order") ? seed : shared);
  }
}
