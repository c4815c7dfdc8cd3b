package org.basin.train;

import java.util.HashMap;
import java.util.Map;
import org.basin.data.Data;
import org.basin.plan.TrialSpec;

/**
 * The data of the current batch and of the one before: trials with equal data settings and one data
 * seed share one object (common random numbers, and their cost).
 */
final class DataShelf {

  private Map<String, Data> before = new HashMap<>();
  private Map<String, Data> current = new HashMap<>();

  /** Names the data of {@code spec}: equal keys mean equal data. */
  static String key(TrialSpec spec) {
    return spec.seeds().data() + "\n" + spec.section("data").settings().canonical();
  }

  /** Forgets what the last batch did not use. */
  void nextBatch() {
    before = current;
    current = new HashMap<>();
  }

  /**
   * The data of {@code spec}, made if need be.
   *
   * @throws org.basin.plan.SpecException if it cannot be made
   */
  Data get(TrialSpec spec) {
    String key = key(spec);
    Data data = current.get(key);
    if (data == null) {
      data = before.get(key);
      data = data == null ? TrialParts.makeData(spec) : data;
      current.put(key, data);
    }
    return data;
  }
}
