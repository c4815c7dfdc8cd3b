package org.basin.config;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.basin.settings.Nearest;

/**
 * Reads the whole text of a source. It refuses a source above the size limit. It also refuses
 * devices and pipes, because they may never end.
 */
final class SourceText {

  /**
   * A source that cannot be read. Its message continues a sentence that starts with the source's
   * name.
   */
  static final class Unreadable extends Exception {
    private static final long serialVersionUID = 1L;

    Unreadable(String message) {
      super(message);
    }
  }

  private SourceText() {}

  static String read(Source source, Limits limits) throws Unreadable {
    if (source instanceof Source.InFile file) {
      checkFile(file.path());
    }
    byte[] bytes;
    try (InputStream in = source.open()) {
      bytes = in.readNBytes(limits.fileBytes() + 1);
    } catch (IOException e) {
      String reason = String.valueOf(e.getMessage());
      throw new Unreadable(
          reason.startsWith("is ") || reason.startsWith("answers ")
              ? reason
              : "cannot be read (" + e.getClass().getSimpleName() + ")");
    }
    if (bytes.length > limits.fileBytes()) {
      throw new Unreadable(
          Limits.beyond(limits.fileBytes(), "bytes", "file-bytes")
              + "; data belong into files that it names");
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new Unreadable("is not UTF-8 text");
    }
  }

  /** Refuses everything but a regular file that can be read. */
  private static void checkFile(Path file) throws Unreadable {
    if (Files.isRegularFile(file)) {
      if (!Files.isReadable(file)) {
        throw new Unreadable("cannot be read (permissions)");
      }
    } else if (Files.isDirectory(file)) {
      throw new Unreadable("is a directory, must be a file");
    } else if (Files.exists(file)) {
      throw new Unreadable("is a device or a pipe, must be a file");
    } else if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      throw new Unreadable("is a symbolic link to nothing, must be a file");
    } else {
      throw new Unreadable(absent(file));
    }
  }

  /**
   * Returns the message for a file that does not exist, and suggests a similar name in its folder.
   */
  private static String absent(Path file) {
    Path folder = file.toAbsolutePath().normalize().getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      return "does not exist, nor does its folder";
    }
    try (Stream<Path> files = Files.list(folder)) {
      List<String> names = files.map(path -> path.getFileName().toString()).toList();
      return "does not exist"
          + Nearest.to(String.valueOf(file.getFileName()), names)
              .map(near -> "; did you mean " + Place.shorten(folder.resolve(near)) + "?")
              .orElse("");
    } catch (IOException e) {
      return "does not exist";
    }
  }
}
