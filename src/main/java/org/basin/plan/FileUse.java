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
 * @param setting the path of the setting that names it
 * @param file its name, the folder included
 * @param isRequired whether it must be there: it is named by itself, not as one of a folder's, a
 *     default's or an expression's
 */
public record FileUse(String setting, FileName file, boolean isRequired) {

  /**
   * The SHA-256 of the file's content, 64 hexadecimal digits.
   *
   * @return empty if there is no such file that can be read, and none need be
   * @throws SpecException if there must be one
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
