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
import org.basin.plan.figure.FigureScale;
import org.basin.settings.Nearest;

/** The columns that a figure's queries have. */
final class LayerColumns {

  static final List<String> KNOWN =
      List.of("panel", "series", "line", "x", "y", "low", "high", "n");

  private LayerColumns() {}

  /**
   * Says what is wrong with the columns of a layer's query; empty if they can be drawn.
   *
   * @param result the query's columns
   */
  static Optional<String> problem(DrawnFigure figure, DrawnLayer layer, StructType result) {
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

  private static boolean isDrawable(DrawnFigure figure, String name, DataType type) {
    boolean named =
        switch (name) {
          case "panel", "series", "line" -> true;
          case "x" -> isNamed(figure.x());
          case "y" -> isNamed(figure.y());
          default -> false;
        };
    return type instanceof NumericType || (named && type instanceof StringType);
  }

  private static boolean isNamed(FigureScale scale) {
    return scale.kind() == FigureScale.Kind.CATEGORY || scale.kind() == FigureScale.Kind.AUTO;
  }

  private static List<String> needed(Mark mark) {
    return switch (mark) {
      case LINE, STEPS, POINTS -> List.of("x", "y");
      case INTERVALS, BAND -> List.of("x", "low", "high");
      case CELLS -> List.of("x", "y", "low");
    };
  }
}
