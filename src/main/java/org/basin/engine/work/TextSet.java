package org.basin.engine.work;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.util.AccumulatorV2;

/**
 * A set of distinct texts that tasks collect, such as descriptions of machines. It is small and
 * only displayed.
 */
final class TextSet extends AccumulatorV2<String, Set<String>> {

  private static final long serialVersionUID = 1L;

  private final LinkedHashSet<String> texts = new LinkedHashSet<>();

  @Override
  public boolean isZero() {
    return texts.isEmpty();
  }

  @Override
  public AccumulatorV2<String, Set<String>> copy() {
    TextSet copy = new TextSet();
    copy.merge(this);
    return copy;
  }

  @Override
  public synchronized void reset() {
    texts.clear();
  }

  @Override
  public synchronized void add(String text) {
    texts.add(text);
  }

  @Override
  public synchronized void merge(AccumulatorV2<String, Set<String>> other) {
    texts.addAll(other.value());
  }

  @Override
  public synchronized Set<String> value() {
    return Collections.unmodifiableSet(new TreeSet<>(texts));
  }
}
