package org.basin.linalg;

/** In what numbers a trial is trained. */
public enum Precision {
  DOUBLE,
  FLOAT;

  /** Bytes of a number. */
  public int bytes() {
    return this == DOUBLE ? Double.BYTES : Float.BYTES;
  }

  /** From the name in a sweep file: {@code double}, {@code float}. */
  public static Precision of(String name) {
    return switch (name) {
      case "double" -> DOUBLE;
      case "float" -> FLOAT;
      default -> throw new IllegalArgumentException(name);
    };
  }
}
