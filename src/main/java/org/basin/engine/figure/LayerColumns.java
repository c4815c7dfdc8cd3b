package org.basin.engine.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StringType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.basin.chart.Mark;
import org.basin.chart.Scale;
import org.basin.plan.figure.Figure;
import org.basin.plan.figure.FigureLayer;
import org.basin.settings.Nearest;

/** The columns that a figure's queries have. */
final class LayerColumns {

  static final List<String> KNOWN = List.of("panel", "series", "x", "y", "low", "high", "n");

  private LayerColumns() {}

  /**
   * Says what is wrong with the columns of a layer's query; empty if they can be drawn.
   *
   * @param result the query's columns
   */
  static Optional<String> problem(Figure figure, FigureLayer layer, StructType result) {
    List<String> names = new ArrayList<>();
    for (StructField field : result.fields()) {
      String name = field.name().toLowerCase(Locale.ROOT);
      if (!KNOWN.contains(name)) {
        return Optional.of(
            "column " + field.name() + " is none of a figure's; " + Nearest.hint(name, KNOWN));
      }
      if (names.contains(name)) {
        return Optional.of("has two columns " + name);
      }
      names.add(name);
      if (!isDrawable(figure, name, field.dataType())) {
        return Optional.of(
            "column " + name + " is " + field.dataType().simpleString() + ", must be a number");
      }
    }
    return needed(layer.mark()).stream()
        .filter(name -> !names.contains(name))
        .findFirst()
        .map(name -> "has no column " + name + ", which " + layer.mark().text() + " need");
  }

  private static boolean isDrawable(Figure figure, String name, DataType type) {
    boolean named =
        switch (name) {
          case "panel", "series" -> true;
          case "x" -> figure.x().kind() == Scale.Kind.CATEGORY;
          case "y" -> figure.y().kind() == Scale.Kind.CATEGORY;
          default -> false;
        };
    return type instanceof NumericType || (named && type instanceof StringType);
  }

  private static List<String> needed(Mark mark) {
    return switch (mark) {
      case LINE, STEPS, POINTS -> List.of("x", "y");
      case INTERVALS, BAND -> List.of("x", "low", "high");
      case CELLS -> List.of("x", "y", "low");
    };
  }
}
