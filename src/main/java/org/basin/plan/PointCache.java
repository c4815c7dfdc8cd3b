package org.basin.plan;

import java.io.Serializable;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.LongFunction;

/**
 * A cache of the points that were resolved last, so that the replicates of a point resolve it once.
 * It is empty after deserialisation. Safe for use by several threads.
 */
final class PointCache implements Serializable {

  private static final long serialVersionUID = 1L;

  /**
   * The number of entries. Neighbouring points use different entries, and there are more entries
   * than threads.
   */
  private static final int PLACES = 256;

  private record Entry(long index, ResolvedPoint point) {}

  private transient volatile AtomicReferenceArray<Entry> places;

  ResolvedPoint get(long index, LongFunction<ResolvedPoint> resolve) {
    AtomicReferenceArray<Entry> known = places;
    if (known == null) {
      known = new AtomicReferenceArray<>(PLACES);
      places = known;
    }
    int place = (int) (index % PLACES);
    Entry entry = known.get(place);
    if (entry == null || entry.index() != index) {
      entry = new Entry(index, resolve.apply(index));
      known.set(place, entry);
    }
    return entry.point();
  }
}
