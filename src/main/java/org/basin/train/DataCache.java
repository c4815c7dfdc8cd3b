package org.basin.train;

import java.util.HashMap;
import java.util.Map;
import org.basin.data.Data;
import org.basin.plan.TrialSpec;

/**
 * The data of the current batch and of the one before: trials with equal data settings and one data
 * seed share one object (common random numbers, and their cost).
 */
final class DataCache {

  private Map<String, Data> before = new HashMap<>();
  private Map<String, Data> current = new HashMap<>();

  /** Forgets what the last batch did not use. */
  void nextBatch() {
    before = current;
    current = new HashMap<>();
  }

  /** Forgets everything. */
  void clear() {
    before = new HashMap<>();
    current = new HashMap<>();
  }

  /** Forgets what the current batch has not used. */
  void forgetBefore() {
    before = new HashMap<>();
  }

  /** Bytes of the data of the batch before. */
  double bytesBefore() {
    return Double.BYTES * before.values().stream().mapToDouble(Data::memory).sum();
  }

  /** The data of a key, {@link TrialKeys#data}; null if they are not there. */
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
   * @param key its own, {@link TrialKeys#data}
   * @throws org.basin.settings.SpecException if they cannot be made
   */
  Data make(String key, TrialSpec spec) {
    Data data = TrialParts.makeData(spec);
    current.put(key, data);
    return data;
  }
}
