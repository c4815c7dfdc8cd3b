package org.basin.plan.figure;

import java.io.Serializable;
import java.util.List;

/**
 * A picture of a sweep's tables. It changes no trial.
 *
 * @param name the figure's name, unique in the sweep, in kebab case
 * @param title one line above it; may be empty
 * @param caption what a reader must know to read it; may be empty
 * @param legend what the series differ in; empty for what a view calls it
 * @param x the horizontal scale
 * @param y the vertical scale
 * @param colour what the colours of cells say; of no meaning in a figure without cells
 * @param columns in how many columns panels stand at most; 0 for about as many as rows
 * @param layers what it shows, the lowest first; at least one
 */
public record Figure(
    String name,
    String title,
    String caption,
    String legend,
    FigureScale x,
    FigureScale y,
    FigureScale colour,
    int columns,
    List<FigureLayer> layers)
    implements Serializable {

  public Figure {
    layers = List.copyOf(layers);
  }
}
