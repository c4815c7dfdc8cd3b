package org.basin.data;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.basin.settings.FileName;
import org.basin.settings.InputFile;
import org.basin.settings.Section;
import org.basin.settings.SpecException;

/**
 * The folder of a published image set, which also makes the errors about its files.
 *
 * @param section the data's settings, whose key {@code folder} names it
 */
record ImageFolder(Section section) {

  /** The section's key that names the folder. */
  static final String KEY = "folder";

  /** Reads a file from its start to its end. */
  interface Reader<T> {
    T read(InputStream in) throws IOException;
  }

  /**
   * The folder that the key {@code folder} names.
   *
   * @throws SpecException if it is not a folder
   */
  static ImageFolder of(Section section) {
    ImageFolder images = new ImageFolder(section);
    Path path = Path.of(images.folder());
    if (!Files.isDirectory(path)) {
      throw new SpecException(
          images.setting(),
          "is "
              + images.folder()
              + ", which "
              + (Files.exists(path) ? "is not a folder" : "does not exist"));
    }
    return images;
  }

  /** The setting that names the folder, for errors. */
  String setting() {
    return section.path() + "." + KEY;
  }

  /** The folder as the user wrote it. */
  String folder() {
    return section.text(KEY);
  }

  /**
   * Reads a file, or its compressed form.
   *
   * @param name the name of the plain file
   * @param gzip whether {@code name.gz} is read if there is no plain file
   * @throws SpecException if there is none, or it cannot be read
   */
  <T> T read(String name, boolean gzip, Reader<T> reader) {
    Path plain = Path.of(folder(), name);
    Path packed = Path.of(folder(), name + ".gz");
    boolean unpack = gzip && !Files.isRegularFile(plain);
    if (!Files.isRegularFile(unpack ? packed : plain)) {
      throw new SpecException(
          setting(),
          "is " + folder() + ", which has no file " + name + (gzip ? " or " + name + ".gz" : ""));
    }
    String named = FileName.of(name).in(folder()).name();
    try (InputStream file = InputFile.open(section, KEY, named, unpack ? packed : plain);
        InputStream in = unpack ? new GZIPInputStream(file, 1 << 16) : file) {
      return reader.read(new BufferedInputStream(in, 1 << 16));
    } catch (IOException e) {
      throw wrong(name, "cannot be read: " + InputFile.reason(e));
    }
  }

  /** The error about one of the folder's files. */
  SpecException wrong(String name, String problem) {
    return new SpecException(setting(), "is " + folder() + ", whose " + name + " " + problem);
  }
}
