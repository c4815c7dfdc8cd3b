package org.basin.plan;

import java.io.Serializable;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.LongFunction;

/**
 * The points resolved last, so that a point's replicates resolve it once. Empty after
 * deserialisation. Safe for use by several threads.
 */
final class PointCache implements Serializable {

  private static final long serialVersionUID = 1L;

  /** A point and its neighbours go to different places; more than the threads of a machine. */
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
