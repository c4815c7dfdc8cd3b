package org.basin.config;

import java.util.Map;
import java.util.TreeMap;

/**
 * Settings of a section with which it trains.
 *
 * @param kind the kind of component; empty for a section without kinds
 * @param values what its keys are set to, as a sweep file has it
 */
public record Example(String kind, Map<String, String> values) {

  public Example {
    values = Map.copyOf(values);
  }

  /** The same with one more value. */
  public Example with(String key, String value) {
    Map<String, String> more = new TreeMap<>(values);
    more.put(key, value);
    return new Example(kind, more);
  }
}
