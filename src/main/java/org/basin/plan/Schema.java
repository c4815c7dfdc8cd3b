package org.basin.plan;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Every key a trial may have: the kinds of each slot, their keys, and the defaults. A snapshot of
 * the catalogues and of {@code reference.conf} that ships to executors.
 *
 * <p>A slot with the single kind {@code ""} is a plain section without a {@code kind} key: the
 * trial itself ({@link #ROOT}), {@code stop}, {@code observe}.
 */
public final class Schema implements Serializable {

  private static final long serialVersionUID = 1L;

  /** The slot of the trial section itself. */
  public static final String ROOT = "trial";

  private final Map<String, Map<String, List<Key>>> slots;
  private final Settings defaults;

  /**
   * @param slots the keys by slot, then kind
   * @param defaults by {@code <slot>.<kind>.<key>} (no kind part for plain slots), as typed in
   *     {@code reference.conf}
   */
  public Schema(Map<String, Map<String, List<Key>>> slots, Settings defaults) {
    this.slots = slots;
    this.defaults = defaults;
  }

  /**
   * Checks and completes a trial: types values, fills in defaults, drops nothing but what it
   * reports.
   *
   * @param raw settings as written
   * @param problems told everything that is wrong
   * @return the resolved settings; incomplete if there were problems
   */
  public Settings resolve(Settings raw, Consumer<Problem> problems) {
    throw new IllegalStateException(slots + "" + defaults + raw + problems);
  }

  /** {@code resolved} without the keys that stand at their default: what ids are hashed from. */
  public Settings withoutDefaults(Settings resolved) {
    throw new IllegalStateException(slots + "" + defaults + resolved);
  }
}
