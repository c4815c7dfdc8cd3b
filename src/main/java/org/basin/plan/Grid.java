package org.basin.plan;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.stream.LongStream;
import org.basin.settings.Expression;
import org.basin.settings.Key;
import org.basin.settings.Provenance;
import org.basin.settings.Schema;
import org.basin.settings.Settings;
import org.basin.settings.SpecException;

/**
 * All trials of a sweep, by index. None of them is stored: an index is split into a point and a
 * replicate, the point into digits by mixed radix, and the digits give the settings. The replicate
 * changes fastest, then the last axis.
 *
 * <p>An index may hold no trial. Its point is then dropped by {@code where}, or is equal to a point
 * at a lower index: an axis lists a value twice, an axis is switched off by {@code only-when}, or
 * several axes set the same path, in which case the later axis wins. Whether an index holds a trial
 * follows from the index alone.
 *
 * <p>A base setting or an axis that the kinds of a point do not know has no effect on the point. A
 * point that cannot be resolved still has trials, with their {@link TrialSpec#problems}. Safe for
 * use by several threads.
 */
public final class Grid implements TrialPlan {

  private static final long serialVersionUID = 1L;

  /** The number of combinations that are judged between two reports of progress. */
  private static final long CHUNK = 1 << 18;

  private final Space space;
  private final List<AxisGroup> components;
  private final Expression where;
  private final SeedRange seeds;
  private final long points;
  private final Provenance provenance;
  private final PointCache cache = new PointCache();

  /** The result of {@link #pointCount()}; −1 before it is known. */
  private volatile long counted = -1;

  /**
   * Makes a grid.
   *
   * @param schema the schema of a trial
   * @param base the trial section as written, by path
   * @param axes the axes, the slowest first
   * @param derive expressions by the path that they set; they are computed after the axes and
   *     replace what {@code base} says; a half rounds up to an integer
   * @param where an expression that a point must satisfy; empty for every point
   * @param seeds the replicates
   * @throws SpecException if an expression cannot be read, an axis sets a derived path, expressions
   *     depend on themselves, an axis has no value, or there are more than 2^63 trials
   */
  public Grid(
      Schema schema,
      Settings base,
      List<Axis> axes,
      Map<String, String> derive,
      String where,
      SeedRange seeds) {
    long product = 1;
    try {
      for (Axis axis : axes) {
        product = Math.multiplyExact(product, (long) axis.size());
      }
      Math.multiplyExact(product, seeds.count());
    } catch (ArithmeticException e) {
      throw new SpecException("axes", "have more than 2^63 trials");
    }
    if (product == 0) {
      throw new SpecException("axes", "have an axis without values, must be at least one");
    }
    this.points = product;
    this.space = new Space(schema, base, axes, derive);
    this.where = where.isEmpty() ? null : space.compile("where", where);
    this.seeds = seeds;
    this.components = AxisGroup.of(space);
    this.provenance = Provenance.NONE;
  }

  private Grid(Grid grid, Provenance provenance) {
    this.points = grid.points;
    this.space = grid.space;
    this.where = grid.where;
    this.seeds = grid.seeds;
    this.components = grid.components;
    this.provenance = provenance;
    this.counted = grid.counted;
  }

  /** Returns a grid of the same trials with another provenance, from which their ids follow. */
  public Grid with(Provenance other) {
    return new Grid(this, other);
  }

  /** Returns what the trials depend on besides their settings. */
  @Override
  public Provenance provenance() {
    return provenance;
  }

  /** Returns every file that some trial may read. It may include files that no trial reads. */
  public List<FileUse> files() {
    return new Sources(space).files();
  }

  /**
   * Returns every kind that some trial may have, as {@code slot.kind}. It may include kinds that no
   * trial has.
   */
  public Set<String> kinds() {
    return new Sources(space).kinds();
  }

  /** Returns the axes, the slowest first. The path of a component ends in {@code .kind}. */
  public List<Axis> axes() {
    return space.axes;
  }

  /**
   * Returns the keys that can stand at an axis's path, usually one for each kind that knows the
   * path.
   */
  public Set<Key> keysAt(String path) {
    return space.schema.keysAt(path);
  }

  public SeedRange seeds() {
    return seeds;
  }

  @Override
  public long replicates() {
    return seeds.count();
  }

  /** The number of indices: points of the full product × replicates. */
  @Override
  public long size() {
    return points * seeds.count();
  }

  /**
   * Returns the trial at {@code index}; null if the index holds none.
   *
   * @throws IndexOutOfBoundsException unless 0 ≤ index &lt; {@link #size}
   */
  public TrialSpec trial(long index) {
    if (index < 0 || index >= size()) {
      throw new IndexOutOfBoundsException("trial " + index + " of " + size());
    }
    long replicate = index % seeds.count();
    if (replicate >= distinctSeeds()) {
      return null;
    }
    ResolvedPoint point = cache.get(index / seeds.count(), this::resolve);
    return point.isKept() ? point.trial(index, seeds, replicate, provenance) : null;
  }

  /**
   * Whether {@code index} holds a trial. This is quicker than to make the trial.
   *
   * @param index 0 ≤ index &lt; {@link #size}
   */
  public boolean holds(long index) {
    int[] digits = space.digits(index / seeds.count());
    return index % seeds.count() < distinctSeeds() && isKept(digits, new Point(space, digits));
  }

  /**
   * Returns the id that a trial of this grid would have if its settings at {@code paths} did not
   * count. Trials that differ only there share it. It is never equal to an id.
   */
  public String idWithout(TrialSpec trial, Set<String> paths) {
    return ResolvedPoint.idWithout(space.schema, trial, paths);
  }

  /**
   * The exact number of indices that hold a trial. Computing it is quick unless there is a {@code
   * where}.
   */
  @Override
  public long count() {
    return Math.multiplyExact(pointCount(), distinctSeeds());
  }

  /** The exact number of different points that {@code where} keeps. It is computed once. */
  public long pointCount() {
    return pointCount(judged -> {});
  }

  /**
   * Does the same as {@link #pointCount()} and reports its progress.
   *
   * @param progress receives, at intervals, how many of {@link #judged} combinations have been
   *     judged
   */
  public long pointCount(LongConsumer progress) {
    long known = counted;
    if (known >= 0) {
      return known;
    }
    long count = 1;
    List<AxisGroup> relevant = relevant();
    for (AxisGroup component : components) {
      count *= relevant.contains(component) ? 1 : component.count();
    }
    if (where != null) {
      long all = judged();
      long kept = 0;
      for (long start = 0; start < all; start += CHUNK) {
        long end = Math.min(all, start + CHUNK);
        kept += LongStream.range(start, end).parallel().filter(i -> isKept(relevant, i)).count();
        progress.accept(end);
      }
      count *= kept;
    }
    counted = count;
    return count;
  }

  /**
   * The number of combinations that {@code where} must judge to count the points; 0 if there is no
   * {@code where}.
   */
  public long judged() {
    return where == null
        ? 0
        : relevant().stream().mapToLong(c -> c.size).reduce(1, (a, b) -> a * b);
  }

  /** The groups of axes that decide whether {@code where} keeps a point. */
  private List<AxisGroup> relevant() {
    Set<Integer> read = where == null ? Set.of() : Dependencies.axes(space, where);
    return components.stream().filter(c -> contains(c.axes, read)).toList();
  }

  private static boolean contains(int[] axes, Set<Integer> read) {
    for (int a : axes) {
      if (read.contains(a)) {
        return true;
      }
    }
    return false;
  }

  private boolean isKept(List<AxisGroup> relevant, long index) {
    int[] digits = new int[space.axes.size()];
    long rest = index;
    for (AxisGroup component : relevant) {
      component.decode((int) (rest % component.size), digits);
      if (!component.keeps(digits)) {
        return false;
      }
      rest /= component.size;
    }
    return new Point(space, digits).satisfies(where);
  }

  /**
   * The number of different replicates. If no stream varies, all replicates share their seeds and
   * are one trial.
   */
  private long distinctSeeds() {
    return seeds.vary().isEmpty() ? 1 : seeds.count();
  }

  private ResolvedPoint resolve(long index) {
    int[] digits = space.digits(index);
    Point point = new Point(space, digits);
    // A problem of the judgement stays with the point.
    return isKept(digits, point)
        ? ResolvedPoint.of(space.schema, provenance, point)
        : ResolvedPoint.NONE;
  }

  private boolean isKept(int[] digits, Point point) {
    for (AxisGroup component : components) {
      if (!component.keeps(digits)) {
        return false;
      }
    }
    return where == null || point.satisfies(where);
  }
}
