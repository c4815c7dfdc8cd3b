package org.basin.plan;

import java.io.Serializable;
import java.util.Set;
import org.basin.settings.Seeds;

/**
 * The replicates of every point.
 *
 * @param from the first replicate's seed
 * @param count how many replicates, with seeds {@code from … from + count − 1}; at least 1
 * @param shared the seed of the streams that do not vary
 * @param vary the streams that take the replicate's seed; a subset of {@link Seeds#STREAMS}
 */
public record SeedRange(long from, long count, long shared, Set<String> vary)
    implements Serializable {

  public SeedRange {
    vary = Set.copyOf(vary);
  }

  /** The seeds of replicate {@code r}, 0 ≤ r &lt; count. */
  public Seeds seeds(long r) {
    return Seeds.of(from + r, shared, vary);
  }
}
