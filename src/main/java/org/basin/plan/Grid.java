package org.basin.plan;

import java.io.Serializable;
import java.util.List;
import java.util.Map;

/**
 * All trials of a sweep, by index, none of them stored: index → (point, replicate) → digits by
 * mixed radix → settings. The replicate moves fastest, then the last axis.
 *
 * <p>An index may hold no trial: its point is dropped by {@code where}, or equals one at a lower
 * index (equal values on an axis, an axis switched off by {@code only-when}, axes that set the same
 * path). Which index keeps a trial is decided from the index alone.
 */
public final class Grid implements Serializable {

  private static final long serialVersionUID = 1L;

  private final Schema schema;
  private final Settings base;
  private final List<Axis> axes;
  private final Map<String, String> derive;
  private final String where;
  private final SeedRange seeds;

  /**
   * @param schema of the trial
   * @param base the trial section as written, by path
   * @param axes the axes, slowest first
   * @param derive expressions by the path they set
   * @param where expression that a point must satisfy; empty for every point
   * @param seeds the replicates
   */
  public Grid(
      Schema schema,
      Settings base,
      List<Axis> axes,
      Map<String, String> derive,
      String where,
      SeedRange seeds) {
    this.schema = schema;
    this.base = base;
    this.axes = axes;
    this.derive = derive;
    this.where = where;
    this.seeds = seeds;
  }

  public List<Axis> axes() {
    return axes;
  }

  public SeedRange seeds() {
    return seeds;
  }

  /** How many indices there are: points of the full product × replicates. */
  public long size() {
    throw new IllegalStateException("" + schema + base + derive + where);
  }

  /** The trial at {@code index}, or null if the index holds none. */
  public TrialSpec trial(long index) {
    throw new IllegalStateException("" + index);
  }

  /** How many indices hold a trial, exactly. */
  public long count() {
    throw new IllegalStateException();
  }
}
