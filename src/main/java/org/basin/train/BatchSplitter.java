package org.basin.train;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.basin.plan.HittingTime;
import org.basin.plan.TrialSpec;

/**
 * Trains a batch within the available memory. If its trials do not fit together, it trains them in
 * parts. If memory runs out despite the prediction, it trains them in halves, down to one trial
 * that trains while no other does. If that trial also runs out of memory, it fails and the others
 * train. A trial's outcome does not depend on its batch, so a trial that starts again has the same
 * outcome.
 */
final class BatchSplitter {

  private final DataCache cache;
  private final HeapBudget heap;
  private final List<HittingTime> watched;
  private final LongConsumer stepped;
  private final Consumer<Outcome> done;

  /** The trials that have not ended, by identity. */
  private final Set<TrialSpec> open = Collections.newSetFromMap(new IdentityHashMap<>());

  BatchSplitter(
      DataCache cache,
      HeapBudget heap,
      List<HittingTime> watched,
      LongConsumer stepped,
      Consumer<Outcome> done) {
    this.cache = cache;
    this.heap = heap;
    this.watched = watched;
    this.stepped = stepped;
    this.done = done;
  }

  /**
   * Trains all of {@code specs} to their end.
   *
   * @throws java.util.concurrent.CancellationException if the thread was interrupted
   */
  void run(List<TrialSpec> specs) {
    open.addAll(specs);
    Deque<List<TrialSpec>> left = new ArrayDeque<>();
    left.push(specs);
    while (!left.isEmpty()) {
      List<TrialSpec> part = left.pop();
      try {
        List<TrialSpec> rest = batch().run(part);
        if (!rest.isEmpty()) {
          left.push(rest);
        }
        continue;
      } catch (OutOfMemoryError e) {
        cache.clear(); // Nothing holds data of the batch any more.
      }
      List<TrialSpec> unfinished = part.stream().filter(open::contains).toList();
      int half = unfinished.size() / 2;
      if (half > 0) {
        left.push(unfinished.subList(half, unfinished.size()));
        left.push(unfinished.subList(0, half));
      } else {
        unfinished.forEach(this::runAlone);
      }
    }
  }

  private TrialBatch batch() {
    return new TrialBatch(cache, heap, watched, stepped, this::end);
  }

  private void end(Outcome outcome) {
    open.remove(outcome.spec());
    done.accept(outcome);
  }

  private void runAlone(TrialSpec spec) {
    long start = System.nanoTime();
    try {
      batch().runAlone(spec);
    } catch (OutOfMemoryError e) {
      cache.clear();
      if (open.contains(spec)) {
        end(TrialBatch.unbuilt(spec, heap.exhausted(e), start));
      }
    }
  }
}
