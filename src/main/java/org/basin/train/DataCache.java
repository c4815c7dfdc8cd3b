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

  private Map<String, Data> before = new HashMap<>();
  private Map<String, Data> current = new HashMap<>();

  /** Starts a new batch: drops the data that the last batch did not use. */
  void nextBatch() {
    before = current;
    current = new HashMap<>();
  }

  /** Drops all data. */
  void clear() {
    before = new HashMap<>();
    current = new HashMap<>();
  }

  /** Drops the data that the current batch has not used. */
  void forgetBefore() {
    before = new HashMap<>();
  }

  /** The bytes of the data that only the previous batch has used. */
  double bytesBefore() {
    return Double.BYTES * before.values().stream().mapToDouble(Data::memory).sum();
  }

  /** Returns the data with a key of {@link TrialKeys#data}; null if they are not stored. */
  Data find(String key) {
    Data data = current.get(key);
    if (data == null) {
      data = before.get(key);
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
