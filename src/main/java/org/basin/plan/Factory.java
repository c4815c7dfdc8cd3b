package org.basin.plan;

import java.util.List;

/**
 * Makes one kind of component (a model, a data set, a probe …) from its section. Each room extends
 * this with its own {@code create}. Implementations have no state and a public constructor without
 * arguments; those in other jars are found through {@link java.util.ServiceLoader}.
 */
public interface Factory {

  /** The name a sweep file uses, in kebab case: {@code squared-relu}. */
  String kind();

  /** The keys this kind understands besides {@code kind}; any other is an error. */
  List<Key> keys();
}
