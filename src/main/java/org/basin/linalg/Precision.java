package org.basin.linalg;

/** The floating-point type in which a trial is trained. */
public enum Precision {
  DOUBLE,
  FLOAT;

  /** The number of bytes of one number. */
  public int bytes() {
    return this == DOUBLE ? Double.BYTES : Float.BYTES;
  }

  /**
   * The precision with this name in a sweep file.
   *
   * @param name {@code double} or {@code float}
   * @throws IllegalArgumentException for any other name
   */
  public static Precision of(String name) {
    return switch (name) {
      case "double" -> DOUBLE;
      case "float" -> FLOAT;
      default -> throw new IllegalArgumentException(name);
    };
  }
}
