package org.basin.engine.protocol;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * What one process does with the store: it waits for its turn before each step, and remembers what
 * the step has shown.
 */
final class View {

  /**
   * What only one process ever changes: temporary files, which others see at most in a list while
   * the process waits elsewhere, and what no process of this version writes.
   */
  private static final Pattern UNSEEN =
      Pattern.compile(
          "@|\\.crc$|/lease\\.json$|/lease-pulse$"
              + "|^/s/(boundaries|comparisons|curves|hitting_times|observations|phases|rates"
              + "|scaling|selections|survival|sweeps)$");

  static final String MAKE_FOLDER = "make folder";

  private final Store store;
  private final ModelProcess process;

  /**
   * Makes a view.
   *
   * @param process null for an onlooker, whose steps are none
   */
  View(Store store, ModelProcess process) {
    this.store = store;
    this.process = process;
  }

  /** A step of a process. */
  interface Step<T> {
    T take(Store store, String path) throws IOException;
  }

  /** A step that returns nothing. */
  interface Change {
    void make(Store store, String path) throws IOException;
  }

  /** The path without what chance has put there. */
  String named(String path) {
    return Names.withoutChance(path, "@" + (process == null ? "" : process.number()));
  }

  <T> T look(String what, String path, Step<T> step) throws IOException {
    return take(what, path, step);
  }

  void change(String what, String path, Change change) throws IOException {
    take(
        what,
        path,
        (all, at) -> {
          change.make(all, at);
          return true;
        });
  }

  boolean delete(String what, String path, Step<Boolean> change) throws IOException {
    return take(what, path, change);
  }

  private <T> T take(String what, String path, Step<T> step) throws IOException {
    String named = named(path);
    if (process == null) {
      return step.take(store, named);
    }
    if (UNSEEN.matcher(named).find() || (what.equals(MAKE_FOLDER) && store.stands(named))) {
      process.stepUnseen();
    } else {
      process.step(what, named);
    }
    try {
      T result = step.take(store, named);
      process.saw(seen(result));
      return result;
    } catch (IOException | UncheckedIOException e) {
      process.saw(e.getClass().getName());
      throw e;
    }
  }

  private static Object seen(Object result) {
    if (result == null) {
      return 0;
    }
    return result instanceof Store.Node node
        ? Names.withoutChance(new String(node.content(), StandardCharsets.UTF_8))
        : result;
  }
}
