package org.basin.plan;

import java.io.Serializable;
import java.util.Set;
import org.basin.settings.Seeds;

/**
 * The replicates of every point.
 *
 * @param from the seed of the first replicate
 * @param count the number of replicates, whose seeds are {@code from … from + count − 1}; at least
 *     1
 * @param shared the seed of the streams that do not vary
 * @param vary the streams that use the replicate's seed; a subset of {@link Seeds#STREAMS}
 */
public record SeedRange(long from, long count, long shared, Set<String> vary)
    implements Serializable {

  public SeedRange {
    vary = Set.copyOf(vary);
  }

  /** Returns the seeds of replicate {@code r}, 0 ≤ r &lt; count. */
  public Seeds seeds(long r) {
    return Seeds.of(from + r, shared, vary);
  }
}
