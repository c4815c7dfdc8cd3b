package org.basin.plan.analysis;

import java.io.Serializable;
import java.util.List;

/**
 * Everything that a sweep file asks of the finished trials besides the statistics of every point.
 *
 * @param resamples the number of bootstrap resamples of an interval, ≥ 100
 */
public record Analyses(
    List<Rate> rates,
    List<PhaseSearch> phases,
    List<Scaling> scaling,
    List<Boundary> boundaries,
    List<Curve> curves,
    List<Comparison> comparisons,
    int resamples)
    implements Serializable {

  public static final String RATES = "rates";
  public static final String PHASES = "phases";
  public static final String SCALING = "scaling";
  public static final String BOUNDARIES = "boundaries";
  public static final String CURVES = "curves";
  public static final String COMPARISONS = "comparisons";
  public static final String STATISTICS = "statistics";

  /** The keys of a sweep that say what is asked; {@link #STATISTICS} holds the resamples. */
  public static final List<String> KEYS =
      List.of(RATES, PHASES, SCALING, BOUNDARIES, CURVES, COMPARISONS, STATISTICS);

  public Analyses {
    rates = List.copyOf(rates);
    phases = List.copyOf(phases);
    scaling = List.copyOf(scaling);
    boundaries = List.copyOf(boundaries);
    curves = List.copyOf(curves);
    comparisons = List.copyOf(comparisons);
  }
}
