package org.basin.data;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.basin.plan.Section;
import org.basin.plan.SpecException;

/**
 * The folder of a published image set, and how to say that something is wrong with it.
 *
 * @param setting the setting that names it, for messages
 * @param folder the folder as the user wrote it
 */
record ImageFolder(String setting, String folder) {

  /** What reads a file from its start to its end. */
  interface Reader<T> {
    T read(InputStream in) throws IOException;
  }

  /**
   * From the key {@code folder}.
   *
   * @throws SpecException if it is no folder
   */
  static ImageFolder of(Section section) {
    ImageFolder images = new ImageFolder(section.path() + ".folder", section.text("folder"));
    Path path = Path.of(images.folder);
    if (!Files.isDirectory(path)) {
      throw new SpecException(
          images.setting,
          "is "
              + images.folder
              + ", which "
              + (Files.exists(path) ? "is not a folder" : "does not exist"));
    }
    return images;
  }

  /**
   * Reads a file, or its compressed form beside it.
   *
   * @param name of the plain file
   * @param gzip whether {@code name.gz} will do where there is no plain file
   * @throws SpecException if there is none, or it cannot be read
   */
  <T> T read(String name, boolean gzip, Reader<T> reader) {
    Path plain = Path.of(folder, name);
    Path packed = Path.of(folder, name + ".gz");
    boolean unpack = gzip && !Files.isRegularFile(plain);
    if (!Files.isRegularFile(unpack ? packed : plain)) {
      throw new SpecException(
          setting,
          "is " + folder + ", which has no file " + name + (gzip ? " or " + name + ".gz" : ""));
    }
    try (InputStream file = Files.newInputStream(unpack ? packed : plain);
        InputStream in = unpack ? new GZIPInputStream(file, 1 << 16) : file) {
      return reader.read(new BufferedInputStream(in, 1 << 16));
    } catch (IOException e) {
      throw wrong(name, "cannot be read: " + e.getMessage());
    }
  }

  /** What is wrong with one of its files. */
  SpecException wrong(String name, String problem) {
    return new SpecException(setting, "is " + folder + ", whose " + name + " " + problem);
  }
}
