package org.basin.settings;

import java.util.List;

/**
 * Makes one kind of component (a model, a data set, a probe …) from its section. Each slot has a
 * subtype with its own {@code create}. Implementations have no state and a public constructor
 * without arguments; those in other jars are found through {@link java.util.ServiceLoader}.
 */
public interface Factory {

  /** The kind's name in a sweep file, in kebab case, such as {@code squared-relu}. */
  String kind();

  /**
   * What this kind is: one sentence of at most 120 characters in plain text, ending with a full
   * stop. {@code basin explain} and the page of components print it.
   */
  String summary();

  /** The keys of this kind in addition to {@code kind}; any other key is an error. */
  List<Key> keys();

  /**
   * The version of a factory in another jar. It is a promise: with the same version, the factory's
   * components give every trial the same numbers to the last bit. The ids of trials that use the
   * factory then contain the version and not a hash of its jar, so that the jar can be rebuilt
   * without training them again. Every change that alters a number needs a new version.
   *
   * @return the version; empty for no promise, so that trials of another jar are other trials
   */
  default String version() {
    return "";
  }
}
