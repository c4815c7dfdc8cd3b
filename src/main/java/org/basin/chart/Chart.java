package org.basin.chart;

import java.util.List;
import java.util.Optional;

/**
 * A picture before it is drawn.
 *
 * @param name the chart's name, in kebab case
 * @param title one line above it; may be empty
 * @param caption what a reader must know to read it; may be empty
 * @param legend what the series differ in; may be empty
 * @param x the horizontal scale
 * @param y the vertical scale
 * @param colour what the colours of cells say; empty for a chart without cells
 * @param panels the panels, row by row
 * @param columns in how many columns panels stand at most, 0 for about as many as rows
 */
public record Chart(
    String name,
    String title,
    String caption,
    String legend,
    Scale x,
    Scale y,
    Optional<ColourScale> colour,
    List<Panel> panels,
    int columns) {

  public Chart {
    panels = List.copyOf(panels);
  }

  /** Returns the number of rows of all layers. */
  public long rows() {
    return panels.stream()
        .flatMap(panel -> panel.layers().stream())
        .mapToLong(layer -> layer.rows().size())
        .sum();
  }
}
