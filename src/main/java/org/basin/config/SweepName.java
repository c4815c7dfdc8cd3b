package org.basin.config;

import java.util.regex.Pattern;

/**
 * What a sweep may be called: its name is a folder's on every file system, and stays below it. What
 * it watches for is called by such names too.
 */
public final class SweepName {

  /** What a name must be, to be told to who chose another. */
  public static final String RULE =
      "at most 100 letters, digits, '.', '_' or '-', the first a letter or digit";

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");

  private SweepName() {}

  /** Whether a sweep may be called {@code name}. */
  public static boolean isValid(String name) {
    return NAME.matcher(name).matches();
  }
}
