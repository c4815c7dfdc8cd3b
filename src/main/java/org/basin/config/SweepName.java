package org.basin.config;

import java.util.regex.Pattern;

/**
 * The rule for names of sweeps and hitting times. A sweep's name is also the name of a folder, so
 * it must be legal on every file system and must not lead out of its parent folder.
 */
public final class SweepName {

  /** The rule, in words that follow "must be" in a message. */
  public static final String RULE =
      "at most 100 letters, digits, '.', '_' or '-', the first a letter or digit";

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");

  private SweepName() {}

  /** Whether a sweep or a hitting time may have the name {@code name}. */
  public static boolean isValid(String name) {
    return NAME.matcher(name).matches();
  }
}
