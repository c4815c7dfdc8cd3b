package org.basin.plan.figure;

import java.io.Serializable;
import java.util.Locale;

/**
 * A scale of a figure.
 *
 * @param label what the numbers are, with their unit; empty for what a view calls it
 * @param kind how they are placed
 * @param min the lowest number shown, NaN to show all
 * @param max the highest number shown, NaN to show all
 * @param shared whether all panels have one range
 */
public record FigureScale(String label, Kind kind, double min, double max, boolean shared)
    implements Serializable {

  /** How numbers are placed. */
  public enum Kind {
    /** As the numbers ask for. */
    AUTO,
    LINEAR,
    LOG,
    /** By name, at equal distances. */
    CATEGORY;

    /** Returns the kind's name in sweep files. */
    public String text() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the kind with this name. */
    public static Kind of(String text) {
      return valueOf(text.toUpperCase(Locale.ROOT));
    }
  }

  /** Returns this scale with the label, if it has none. */
  public FigureScale orLabel(String other) {
    return label.isEmpty() ? new FigureScale(other, kind, min, max, shared) : this;
  }

  /** Returns this scale with the kind, if it has none. */
  public FigureScale orKind(Kind other) {
    return kind == Kind.AUTO ? new FigureScale(label, other, min, max, shared) : this;
  }

  /** Returns this scale with the ends, where it has none. */
  public FigureScale orRange(double low, double high) {
    return new FigureScale(
        label, kind, Double.isNaN(min) ? low : min, Double.isNaN(max) ? high : max, shared);
  }
}
