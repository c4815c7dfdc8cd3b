package org.basin.train;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.basin.plan.TrialSpec;
import org.basin.settings.Settings;

/**
 * Cuts a sequence of trials into batches of one key, so that the trials of a batch end together. A
 * batch is returned when it is full. When the bounded look-ahead is full, the batch whose key has
 * waited longest is returned.
 */
final class Batches implements Iterator<List<TrialSpec>> {

  /** The number of batches of trials that are looked ahead. */
  private static final int LOOK_AHEAD = 8;

  private final Iterator<TrialSpec> specs;
  private final int lanes;
  private final Map<String, List<TrialSpec>> waiting = new LinkedHashMap<>();
  private int held;
  private Settings lastSettings;
  private String lastKey;

  /**
   * Prepares to cut {@code specs}.
   *
   * @param lanes the max number of trials in a batch; at least 1
   */
  Batches(Iterator<TrialSpec> specs, int lanes) {
    if (lanes < 1) {
      throw new IllegalArgumentException("lanes is " + lanes + ", must be at least 1");
    }
    this.specs = specs;
    this.lanes = lanes;
  }

  @Override
  public boolean hasNext() {
    return held > 0 || specs.hasNext();
  }

  @Override
  @SuppressWarnings("ReferenceEquality") // Equal settings would do, but take longer to compare.
  public List<TrialSpec> next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    String full = null;
    while (full == null && held < LOOK_AHEAD * lanes && specs.hasNext()) {
      TrialSpec spec = specs.next();
      if (spec.settings() != lastSettings) { // The replicates of a point share one object.
        lastSettings = spec.settings();
        lastKey = TrialKeys.batch(lastSettings);
      }
      String key = lastKey;
      List<TrialSpec> same = waiting.computeIfAbsent(key, s -> new ArrayList<>());
      same.add(spec);
      held++;
      full = same.size() >= lanes ? key : null;
    }
    // A full batch is returned at once; otherwise the key that has waited longest.
    String key = full == null ? waiting.keySet().iterator().next() : full;
    List<TrialSpec> batch = waiting.remove(key);
    held -= batch.size();
    return batch;
  }
}
