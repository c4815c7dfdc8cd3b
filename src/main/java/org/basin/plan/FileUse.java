package org.basin.plan;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.basin.settings.ContentHash;
import org.basin.settings.FileName;
import org.basin.settings.InputFile;
import org.basin.settings.SpecException;

/**
 * A file that trials of a sweep may read.
 *
 * @param setting the path of the setting that names the file
 * @param file the file's name, with its folder
 * @param isRequired whether the file must exist: true if the setting itself names it, false if it
 *     comes from a folder, a default or an expression
 */
public record FileUse(String setting, FileName file, boolean isRequired) {

  /**
   * Returns the SHA-256 of the file's content as 64 hexadecimal digits.
   *
   * @return empty if the file cannot be read and is not required
   * @throws SpecException if the file cannot be read and is required
   */
  public String hash() {
    try {
      Path path = Path.of(file.name());
      if (file.orGzip() && !Files.exists(path)) {
        path = Path.of(file.name() + ".gz");
      }
      String problem = InputFile.problem(path);
      if (problem.isEmpty()) {
        return ContentHash.of(path);
      }
      return missing(problem);
    } catch (IOException e) {
      return missing("cannot be read: " + InputFile.reason(e));
    } catch (InvalidPathException e) {
      return missing("is no path");
    }
  }

  private String missing(String problem) {
    if (isRequired) {
      throw new SpecException(setting, "is " + file.name() + ", which " + problem);
    }
    return "";
  }
}
