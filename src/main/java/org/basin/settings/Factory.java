package org.basin.settings;

import java.util.List;

/**
 * Makes one kind of component (a model, a data set, a probe …) from its section. Each room extends
 * this with its own {@code create}. Implementations have no state and a public constructor without
 * arguments; those in other jars are found through {@link java.util.ServiceLoader}.
 */
public interface Factory {

  /** The name a sweep file uses, in kebab case: {@code squared-relu}. */
  String kind();

  /**
   * What this kind is: one sentence of at most 120 characters in plain text, ending with a full
   * stop. {@code basin explain} and the page of components print it.
   */
  String summary();

  /** The keys this kind understands besides {@code kind}; any other is an error. */
  List<Key> keys();

  /**
   * A promise of a factory in another jar: as long as its version stays, it makes components that
   * give every trial the same numbers to the bit. The version is then part of the ids of the trials
   * that use it, in place of a hash of its jar, so that the jar may be built anew without training
   * them again. Whatever alters a number needs another version.
   *
   * @return empty for no promise: any other jar makes other trials
   */
  default String version() {
    return "";
  }
}
