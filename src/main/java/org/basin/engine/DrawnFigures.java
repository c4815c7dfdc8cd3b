package org.basin.engine;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.basin.chart.Chart;

/**
 * Charts of one publication.
 *
 * @param published when its tables were published; empty if an earlier version published them
 * @param charts the charts
 */
public record DrawnFigures(Optional<Instant> published, List<Chart> charts) {

  public DrawnFigures {
    charts = List.copyOf(charts);
  }
}
