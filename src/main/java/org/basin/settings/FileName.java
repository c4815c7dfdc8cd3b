package org.basin.settings;

import java.io.Serializable;

/**
 * The name of a file that a component reads. A key of type {@link Key.Type#FOLDER} lists the names
 * of its folder's files.
 *
 * @param name the name in its folder, or its whole path
 * @param orGzip whether {@code name.gz} is read if there is no such file
 * @param unlessZero a whole-number key of the same section; if its value is 0, the file is not
 *     read. Empty if the file is always read.
 */
public record FileName(String name, boolean orGzip, String unlessZero) implements Serializable {

  /** A file that is always read and has no compressed form. */
  public static FileName of(String name) {
    return new FileName(name, false, "");
  }

  /** This file or its compressed form. */
  public FileName withGzip() {
    return new FileName(name, true, unlessZero);
  }

  /** This file, read unless {@code key} is 0. */
  public FileName unlessZero(String key) {
    return new FileName(name, orGzip, key);
  }

  /** This file in {@code folder}, by its path. */
  public FileName in(String folder) {
    return new FileName(folder + (folder.endsWith("/") ? "" : "/") + name, orGzip, unlessZero);
  }

  /** Whether a component with the settings of {@code section} reads the file. */
  boolean isReadBy(Settings section) {
    return unlessZero.isEmpty() || !Long.valueOf(0).equals(section.get(unlessZero));
  }
}
