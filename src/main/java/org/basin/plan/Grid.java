package org.basin.plan;

import java.io.Serializable;
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
 * All trials of a sweep, by index, none of them stored: index → (point, replicate) → digits by
 * mixed radix → settings. The replicate moves fastest, then the last axis.
 *
 * <p>An index may hold no trial: its point is dropped by {@code where}, or equals one at a lower
 * index (equal values on an axis, an axis switched off by {@code only-when}, axes that set the same
 * path; there the later axis wins). Which index keeps a trial is decided from the index alone.
 *
 * <p>A base setting or an axis that the kinds of a point do not know has no effect on it. A point
 * that cannot be resolved is a trial all the same, with its {@link TrialSpec#problem}. Safe for use
 * by several threads.
 */
public final class Grid implements Serializable {

  private static final long serialVersionUID = 1L;

  /** Combinations judged between two words of progress. */
  private static final long CHUNK = 1 << 18;

  private final Space space;
  private final List<AxisGroup> components;
  private final Expression where;
  private final SeedRange seeds;
  private final long points;
  private final Provenance provenance;
  private final PointCache cache = new PointCache();

  /** What {@link #pointCount()} found; −1 before. */
  private volatile long counted = -1;

  /**
   * @param schema of the trial
   * @param base the trial section as written, by path
   * @param axes the axes, slowest first
   * @param derive expressions by the path they set, computed after the axes, in place of what
   *     {@code base} says; whole numbers round half up
   * @param where expression that a point must satisfy; empty for every point
   * @param seeds the replicates
   * @throws SpecException if an expression cannot be read, a path is derived that an axis sets,
   *     expressions depend on themselves, an axis has no value, or the product is too large
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

  /** The same trials, but for their ids and what their loaders expect. */
  public Grid with(Provenance other) {
    return new Grid(this, other);
  }

  /** What the trials depend on besides their settings. */
  public Provenance provenance() {
    return provenance;
  }

  /** Every file that some trial may read; some may be read by none. */
  public List<FileUse> files() {
    return new Sources(space).files();
  }

  /** Every kind that some trial may have, as {@code slot.kind}; some may be had by none. */
  public Set<String> kinds() {
    return new Sources(space).kinds();
  }

  /** The axes, slowest first; a component's path ends in {@code .kind}. */
  public List<Axis> axes() {
    return space.axes;
  }

  /** The keys that can stand at an axis's path: one for each kind that knows the path, mostly. */
  public Set<Key> keysAt(String path) {
    return space.schema.keysAt(path);
  }

  public SeedRange seeds() {
    return seeds;
  }

  /** How many indices there are: points of the full product × replicates. */
  public long size() {
    return points * seeds.count();
  }

  /**
   * The trial at {@code index}, or null if the index holds none.
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

  /** How many indices hold a trial, exactly. Costs nothing unless there is a {@code where}. */
  public long count() {
    return Math.multiplyExact(pointCount(), distinctSeeds());
  }

  /** How many different points {@code where} keeps, exactly. Found once. */
  public long pointCount() {
    return pointCount(judged -> {});
  }

  /**
   * The same.
   *
   * @param progress told, now and then, how many of {@link #judged} have been judged
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

  /** Of how many combinations {@code where} must be asked to count the points; 0 without one. */
  public long judged() {
    return where == null
        ? 0
        : relevant().stream().mapToLong(c -> c.size).reduce(1, (a, b) -> a * b);
  }

  /** What decides whether {@code where} keeps a point. */
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

  /** How many replicates differ: all share their seeds if no stream varies. */
  private long distinctSeeds() {
    return seeds.vary().isEmpty() ? 1 : seeds.count();
  }

  private ResolvedPoint resolve(long index) {
    int[] digits = new int[space.axes.size()];
    long rest = index;
    for (int a = digits.length - 1; a >= 0; a--) {
      int radix = space.axes.get(a).size();
      digits[a] = (int) (rest % radix);
      rest /= radix;
    }
    for (AxisGroup component : components) {
      if (!component.keeps(digits)) {
        return ResolvedPoint.NONE;
      }
    }
    Point point = new Point(space, digits);
    if (where != null && !point.satisfies(where)) {
      return ResolvedPoint.NONE;
    }
    return ResolvedPoint.of(space.schema, provenance, point);
  }
}
