package org.basin.engine.figure;

import org.basin.plan.Sweep;
import org.basin.plan.figure.FigureScale;
import org.basin.plan.figure.View;
import org.basin.plan.figure.ViewLayer;

/** What a view's scales are called and where they end, if the sweep file does not say it. */
record ViewScales(Sweep sweep, ViewLayer view) {

  FigureScale x(FigureScale asked) {
    boolean steps = view.view() == View.CURVES || view.view() == View.SURVIVAL;
    return asked.orLabel(steps ? "step" : view.along().get(0));
  }

  FigureScale y(FigureScale asked) {
    return switch (view.view()) {
      case CURVES -> asked.orLabel(view.of());
      case MEASURE -> asked.orLabel(measure());
      case FRACTION ->
          isOfCells()
              ? asked.orLabel(view.along().get(1))
              : part(asked.orLabel("fraction " + view.of()));
      case SURVIVAL -> part(asked.orLabel("fraction with " + view.of()));
    };
  }

  FigureScale colour(FigureScale asked) {
    return isOfCells() ? part(asked.orLabel("fraction " + view.of())) : asked;
  }

  private boolean isOfCells() {
    return view.view() == View.FRACTION && view.along().size() == 2;
  }

  private String measure() {
    if (ViewQueries.isTime(sweep, view.of()) && view.statistic().isEmpty()) {
      return view.of() + ", median step";
    }
    return view.of() + ", " + (view.statistic().isEmpty() ? "median" : view.statistic());
  }

  private static FigureScale part(FigureScale asked) {
    return asked.orKind(FigureScale.Kind.LINEAR).orRange(0, 1);
  }
}
