package org.basin.engine.figure;

import java.util.ArrayList;
import java.util.List;
import org.basin.chart.Mark;
import org.basin.plan.Sweep;
import org.basin.plan.figure.Figure;
import org.basin.plan.figure.FigureLayer;
import org.basin.plan.figure.FigureScale;
import org.basin.plan.figure.QueryLayer;
import org.basin.plan.figure.ViewLayer;
import org.basin.tables.AxisColumns;

/**
 * A figure with a query for everything that it shows. What the file leaves open, its first view
 * says.
 */
record DrawnFigure(
    String name,
    String title,
    String caption,
    String legend,
    FigureScale x,
    FigureScale y,
    FigureScale colour,
    int columns,
    List<DrawnLayer> layers) {

  static DrawnFigure of(Sweep sweep, Figure figure) {
    List<String> axes = AxisColumns.of(sweep.plan()).paths();
    List<DrawnLayer> layers = new ArrayList<>();
    String legend = figure.legend();
    FigureScale x = figure.x();
    FigureScale y = figure.y();
    FigureScale colour = figure.colour();
    for (FigureLayer layer : figure.layers()) {
      if (layer instanceof ViewLayer view) {
        ViewQueries queries = new ViewQueries(sweep, view, axes);
        layers.addAll(queries.layers());
        ViewScales scales = new ViewScales(sweep, view);
        legend = legend.isEmpty() ? String.join(", ", queries.series()) : legend;
        x = scales.x(x);
        y = scales.y(y);
        colour = scales.colour(colour);
      } else {
        layers.add(DrawnLayer.of((QueryLayer) layer));
      }
    }
    boolean cells = layers.stream().anyMatch(layer -> layer.mark() == Mark.CELLS);
    return new DrawnFigure(
        figure.name(),
        figure.title(),
        figure.caption(),
        cells ? "" : legend,
        cells ? x.orKind(FigureScale.Kind.CATEGORY) : x,
        cells ? y.orKind(FigureScale.Kind.CATEGORY) : y,
        colour,
        figure.columns(),
        List.copyOf(layers));
  }
}
