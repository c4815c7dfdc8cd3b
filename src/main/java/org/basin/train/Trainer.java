package org.basin.train;

import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Queue;
import java.util.function.Consumer;
import org.basin.plan.HittingTime;
import org.basin.plan.TrialSpec;

/**
 * Trains trials, in batches of lanes. Each trial is a pure function of its spec: its outcome
 * depends on neither its batch nor the number of lanes nor the order of the specs, but for {@code
 * seconds} (and for trials ended by the clock).
 */
public final class Trainer {

  private Trainer() {}

  /**
   * The outcomes of {@code specs}, one each, in no particular order. Lazy: a batch is trained when
   * its first outcome is asked for, and no more than a few batches' specs and one batch's outcomes
   * are held at a time.
   *
   * @param watched hitting times to watch besides the trials' own; they never cause an observation
   * @param lanes how many trials are trained side by side, at most; ≥ 1
   * @return whose {@code next} throws {@link java.util.concurrent.CancellationException} if the
   *     thread is interrupted
   */
  public static Iterator<Outcome> train(
      Iterator<TrialSpec> specs, List<HittingTime> watched, int lanes) {
    return train(specs, watched, lanes, HeapRoom.unlimited(), batch -> {});
  }

  /**
   * As {@link #train(Iterator, List, int)} within a process's memory.
   *
   * @param heap what the trials of the process share: one that needs more fails, with the reason
   * @param begun told the trials of each batch before it begins
   */
  public static Iterator<Outcome> train(
      Iterator<TrialSpec> specs,
      List<HittingTime> watched,
      int lanes,
      HeapRoom heap,
      Consumer<List<TrialSpec>> begun) {
    Batches batches = new Batches(specs, lanes);
    DataCache shelf = new DataCache();
    Queue<Outcome> done = new ArrayDeque<>();
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return !done.isEmpty() || batches.hasNext();
      }

      @Override
      public Outcome next() {
        if (!hasNext()) {
          throw new NoSuchElementException();
        }
        if (done.isEmpty()) {
          List<TrialSpec> batch = batches.next();
          begun.accept(batch);
          new FittedBatch(shelf, heap, watched, done::add).run(batch);
        }
        return done.remove();
      }
    };
  }
}
