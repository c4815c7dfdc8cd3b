package org.basin.settings;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * A file that a trial reads. It is opened only if its content is the same as when the sweep was
 * planned, so that no trial trains on data other than its id says.
 */
public final class InputFile {

  private InputFile() {}

  /**
   * Opens the file that a key of type {@link Key.Type#FILE} names.
   *
   * @return the content; its {@code close} throws a {@link SpecException} if the file changed while
   *     it was read
   * @throws SpecException if there is no such file, if it is a folder or a device, if it cannot be
   *     read, or if its content is not the same as when the sweep was planned
   */
  public static InputStream open(Section section, String key) {
    String file = section.text(key);
    String setting = section.path() + "." + key;
    try {
      Path path = Path.of(file);
      String problem = problem(path);
      if (!problem.isEmpty()) {
        throw new SpecException(setting, "is " + file + ", which " + problem);
      }
      return open(section, key, file, path);
    } catch (IOException e) {
      throw new SpecException(setting, "is " + file + ", which cannot be read: " + reason(e));
    } catch (InvalidPathException e) {
      throw new SpecException(setting, "is no path: " + e.getReason());
    }
  }

  /**
   * Opens one file of a folder in the same way.
   *
   * @param key a key of type {@link Key.Type#FOLDER}
   * @param file the name from {@link FileName#in}
   * @param path the path of the file itself or of its compressed form
   * @throws IOException if the file cannot be read
   */
  public static InputStream open(Section section, String key, String file, Path path)
      throws IOException {
    Provenance planned = section.provenance();
    if (!planned.isPlanned()) {
      return Files.newInputStream(path);
    }
    ContentHash.State state = ContentHash.State.of(path);
    if (!ContentHash.of(path).equals(planned.hash(file))) {
      throw changed(section, key, file);
    }
    return new FilterInputStream(Files.newInputStream(path)) {
      @Override
      public void close() throws IOException {
        super.close();
        if (!ContentHash.State.of(path).equals(state)) {
          throw changed(section, key, file);
        }
      }
    };
  }

  private static SpecException changed(Section section, String key, String file) {
    return new SpecException(
        section.path() + "." + key,
        "is " + file + ", which is not what it was when the sweep was planned");
  }

  /**
   * The reason why {@code path} is not a readable file, to follow "which …"; empty if it is one.
   */
  public static String problem(Path path) {
    if (!Files.exists(path)) {
      return "does not exist";
    }
    if (!Files.isRegularFile(path)) {
      return "is not a file";
    }
    return Files.isReadable(path) ? "" : "cannot be read: permission denied";
  }

  /**
   * The reason why a file cannot be read, in words, because some exceptions' messages are only the
   * file's name.
   */
  public static String reason(IOException e) {
    return e instanceof AccessDeniedException
        ? "permission denied"
        : String.valueOf(e.getMessage());
  }
}
