package org.basin.config;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.basin.chart.Mark;
import org.basin.plan.figure.Figure;
import org.basin.plan.figure.FigureLayer;
import org.basin.plan.figure.FigureScale;
import org.basin.plan.figure.QueryLayer;
import org.basin.plan.figure.View;
import org.basin.plan.figure.ViewLayer;
import org.basin.settings.Section;

/** Reads the list {@code figures}. It does not parse the queries. */
final class FigureReader {

  private static final FigureScale NO_COLOUR =
      new FigureScale("", FigureScale.Kind.LINEAR, Double.NaN, Double.NaN, true);

  private final Reading reading;
  private final SweepHeader header;
  private final ViewReader views;

  FigureReader(Reading reading, SweepHeader header, ViewReader views) {
    this.reading = reading;
    this.header = header;
    this.views = views;
  }

  /** Reads the figures; one that is wrong is told and left out. */
  List<Figure> read() {
    List<Figure> figures = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (Section section : new Section("", header.settings()).sections(FigureKeys.FIGURES)) {
      Figure figure = figure(section);
      String path = AnalysisReader.path(section);
      if (!NamedSections.isName(figure.name())) {
        tell(
            path + ".name", "is \"" + figure.name() + "\", must be lower-case words joined by '-'");
      } else if (!names.add(figure.name())) {
        tell(path + ".name", "is " + figure.name() + " again, must have a name of its own");
      } else if (section.sections("layers").isEmpty()) {
        tell(path + ".layers", "is [], must have a layer");
      } else if (isOfCells(figure) && figure.layers().size() > 1) {
        tell(path + ".layers", "has cells and more, must have one layer of cells");
      } else if (!isOfCells(figure) && !NO_COLOUR.equals(figure.colour())) {
        tell(path + ".colour", "is of cells, must be left out where no layer has the mark cells");
      } else {
        figures.add(figure);
      }
    }
    return List.copyOf(figures);
  }

  private static boolean isOfCells(Figure figure) {
    return figure.layers().stream()
        .anyMatch(
            layer ->
                layer instanceof QueryLayer query
                    ? query.mark() == Mark.CELLS
                    : ((ViewLayer) layer).view() == View.FRACTION
                        && ((ViewLayer) layer).along().size() == 2);
  }

  private Figure figure(Section section) {
    return new Figure(
        section.text("name"),
        section.text("title"),
        section.text("caption"),
        section.text("legend"),
        scale(section.section("x")),
        scale(section.section("y")),
        colour(section.section("colour")),
        section.integer("columns"),
        section.sections("layers").stream().map(this::layer).flatMap(Optional::stream).toList());
  }

  private FigureScale scale(Section section) {
    FigureScale.Kind kind = FigureScale.Kind.of(section.text("scale"));
    FigureScale scale =
        new FigureScale(
            section.text("label"),
            kind,
            real(section, "min"),
            real(section, "max"),
            section.flag("shared"));
    String path = AnalysisReader.path(section);
    if (kind == FigureScale.Kind.LOG && scale.min() <= 0) {
      tell(path + ".min", "is " + section.real("min") + ", must be above 0 on a log scale");
    }
    if (scale.max() <= scale.min()) {
      tell(path + ".max", "is " + section.real("max") + ", must be above min");
    }
    return scale;
  }

  private FigureScale colour(Section section) {
    return new FigureScale(
        section.text("label"),
        FigureScale.Kind.LINEAR,
        real(section, "min"),
        real(section, "max"),
        true);
  }

  /** Reads a layer; empty if it is wrong, which is told. */
  private Optional<FigureLayer> layer(Section section) {
    String place = header.places().place(AnalysisReader.path(section)).toString();
    Optional<View> view = View.of(section.kind());
    if (view.isPresent()) {
      return views.read(section, view.get(), place).map(layer -> layer);
    }
    return Optional.of(
        new QueryLayer(
            Mark.of(section.kind()),
            section.text("sql"),
            section.text("series"),
            section.has("dashed") && section.flag("dashed"),
            header.places().place(AnalysisReader.path(section) + ".sql").toString()));
  }

  private static double real(Section section, String key) {
    return section.has(key) ? section.real(key) : Double.NaN;
  }

  private void tell(String path, String problem) {
    reading.values().add(header.places().place(path), path + " " + problem);
  }
}
