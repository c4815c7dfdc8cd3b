package org.basin.config;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.basin.chart.Mark;
import org.basin.chart.Scale;
import org.basin.plan.figure.Figure;
import org.basin.plan.figure.FigureLayer;
import org.basin.plan.figure.FigureScale;
import org.basin.settings.Section;

/** Reads the list {@code figures}. It does not parse the queries. */
final class FigureReader {

  private static final FigureScale NO_COLOUR =
      new FigureScale("", Scale.Kind.LINEAR, Double.NaN, Double.NaN);

  private final Reading reading;
  private final SweepHeader header;

  FigureReader(Reading reading, SweepHeader header) {
    this.reading = reading;
    this.header = header;
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
      } else if (figure.layers().isEmpty()) {
        tell(path + ".layers", "is [], must have a layer");
      } else if (isOfCells(figure) && figure.layers().size() > 1) {
        tell(path + ".layers", "has cells and more, must have one layer of cells");
      } else if (!isOfCells(figure) && section.has("colour")) {
        tell(path + ".colour", "is of cells, must be left out where no layer has the mark cells");
      } else {
        figures.add(figure);
      }
    }
    return List.copyOf(figures);
  }

  private static boolean isOfCells(Figure figure) {
    return figure.layers().stream().anyMatch(layer -> layer.mark() == Mark.CELLS);
  }

  private Figure figure(Section section) {
    return new Figure(
        section.text("name"),
        section.text("title"),
        section.text("caption"),
        section.text("legend"),
        scale(section.section("x")),
        scale(section.section("y")),
        section.has("colour") ? colour(section.section("colour")) : NO_COLOUR,
        section.integer("columns"),
        section.sections("layers").stream().map(this::layer).toList());
  }

  private FigureScale scale(Section section) {
    Scale.Kind kind = Scale.Kind.of(section.text("scale"));
    FigureScale scale =
        new FigureScale(section.text("label"), kind, real(section, "min"), real(section, "max"));
    String path = AnalysisReader.path(section);
    if (kind == Scale.Kind.LOG && scale.min() <= 0) {
      tell(path + ".min", "is " + section.real("min") + ", must be above 0 on a log scale");
    }
    if (scale.max() <= scale.min()) {
      tell(path + ".max", "is " + section.real("max") + ", must be above min");
    }
    return scale;
  }

  private FigureScale colour(Section section) {
    return new FigureScale(
        section.text("label"), Scale.Kind.LINEAR, real(section, "min"), real(section, "max"));
  }

  private FigureLayer layer(Section section) {
    return new FigureLayer(
        Mark.of(section.text("mark")),
        section.text("sql"),
        section.text("series"),
        section.flag("dashed"),
        header.places().place(AnalysisReader.path(section) + ".sql").toString());
  }

  private static double real(Section section, String key) {
    return section.has(key) ? section.real(key) : Double.NaN;
  }

  private void tell(String path, String problem) {
    reading.values().add(header.places().place(path), path + " " + problem);
  }
}
