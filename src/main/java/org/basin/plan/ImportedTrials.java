package org.basin.plan;

import java.util.List;
import java.util.Map;
import org.basin.settings.Provenance;

/**
 * Trials that something else than Basin trained, and whose results were imported. They are known
 * from what they recorded; nothing here grows with their number.
 *
 * @param source the folder from which they were imported, as the user named it
 * @param content the SHA-256 of a digest of everything that was imported, in hexadecimal; equal for
 *     equal trials, in whatever order and format they come
 * @param slice the slice of committed work that holds them
 * @param size the number of indices, at least {@code count}
 * @param count the number of trials
 * @param seeds the number of different seeds
 * @param axes the columns with their settings, in the order of the file; each is an axis of its own
 * @param observables the scalar observables that any of them recorded, sorted
 */
public record ImportedTrials(
    String source,
    String content,
    String slice,
    long size,
    long count,
    long seeds,
    List<ImportedAxis> axes,
    List<String> observables)
    implements TrialPlan {

  public ImportedTrials {
    axes = List.copyOf(axes);
    observables = List.copyOf(observables);
  }

  @Override
  public long replicates() {
    return seeds;
  }

  @Override
  public Provenance provenance() {
    return Provenance.of(Map.of(source, content), Map.of());
  }

  /**
   * Returns the path of the axis that is meant by {@code text}, in which {@code .}, {@code -} and
   * {@code _} are the same, as in the names of columns; {@code text} itself if none is.
   */
  public String pathOf(String text) {
    return axes.stream()
        .map(ImportedAxis::path)
        .filter(path -> plain(path).equals(plain(text)))
        .findFirst()
        .orElse(text);
  }

  private static String plain(String path) {
    return path.replace('.', '_').replace('-', '_');
  }

  /** Whether these are the same trials with the same settings as {@code others}. */
  public boolean isSameAs(ImportedTrials others) {
    return content.equals(others.content) && axes.equals(others.axes);
  }
}
