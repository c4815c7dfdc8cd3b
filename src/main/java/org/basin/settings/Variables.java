package org.basin.settings;

/**
 * Converts paths to names for expressions, columns and SQL, where dots and dashes have other
 * meanings.
 */
public final class Variables {

  private Variables() {}

  /** Converts {@code optimiser.step-size} to {@code optimiser_step_size}. */
  public static String name(String path) {
    return path.replace('.', '_').replace('-', '_');
  }
}
