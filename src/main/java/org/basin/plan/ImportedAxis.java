package org.basin.plan;

import java.io.Serializable;
import org.basin.settings.Key;

/**
 * A column of imported trials that holds one of their settings.
 *
 * @param path the column's name as the file has it, which takes the place of a path
 * @param type the type of its values: a boolean, an integer, a real or a text
 * @param low the min of its values; NaN unless they are numbers
 * @param high the max of its values; NaN unless they are numbers
 */
public record ImportedAxis(String path, Key.Type type, double low, double high)
    implements Serializable {

  /** Whether its values are numbers. */
  public boolean isNumeric() {
    return type == Key.Type.INTEGER || type == Key.Type.REAL;
  }
}
