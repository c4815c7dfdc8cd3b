package org.basin.train;

import java.util.HashMap;
import java.util.Map;
import org.basin.data.Data;
import org.basin.plan.TrialSpec;

/**
 * The data of the current batch and of the previous one. Trials with equal data settings and the
 * same data seed share one object: they have common random numbers, and the data are made once.
 */
final class DataCache {

  private Map<String, Data> previous = new HashMap<>();
  private Map<String, Data> current = new HashMap<>();

  /** Starts a new batch. Keeps only the data that the batch just ended has used. */
  void nextBatch() {
    previous = current;
    current = new HashMap<>();
  }

  /** Drops all data. */
  void clear() {
    previous = new HashMap<>();
    current = new HashMap<>();
  }

  /** Drops the data that the current batch has not used. */
  void forgetBefore() {
    previous = new HashMap<>();
  }

  /** The size of the data that the previous batch used, in bytes. */
  double bytesBefore() {
    return Double.BYTES * previous.values().stream().mapToDouble(Data::memory).sum();
  }

  /** Returns the data whose key of {@link TrialKeys#data} is {@code key}; null if not stored. */
  Data find(String key) {
    Data data = current.get(key);
    if (data == null) {
      data = previous.get(key);
      if (data != null) {
        current.put(key, data);
      }
    }
    return data;
  }

  /**
   * Makes the data of {@code spec}.
   *
   * @param key the key of {@code spec}, from {@link TrialKeys#data}
   * @throws org.basin.settings.SpecException if the data cannot be made
   */
  Data make(String key, TrialSpec spec) {
    Data data = TrialParts.makeData(spec);
    current.put(key, data);
    return data;
  }
}
