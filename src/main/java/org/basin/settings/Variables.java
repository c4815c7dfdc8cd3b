package org.basin.settings;

/** How settings are named where a dot or a dash has a meaning: in expressions, columns and SQL. */
public final class Variables {

  private Variables() {}

  /** {@code optimiser.step-size} as {@code optimiser_step_size}. */
  public static String name(String path) {
    return path.replace('.', '_').replace('-', '_');
  }
}
