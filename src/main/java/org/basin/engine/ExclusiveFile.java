package org.basin.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.File;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.util.UUID;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.Path;

/**
 * Creates a file that nobody else has created: of any number who try at once, at most one succeeds.
 */
final class ExclusiveFile {

  private ExclusiveFile() {}

  /**
   * Creates {@code file} with {@code content}; whoever sees the file sees all of it, where the file
   * system can do that.
   *
   * @param content no other creator's
   * @return whether this call created it; false if there was one
   * @throws EngineException if the folder cannot be written
   */
  static boolean create(SweepFolder folder, Path file, String content) {
    try {
      if ("file".equals(folder.files().getUri().getScheme())) {
        return createLocal(new File(file.toUri().getPath()).toPath(), content);
      }
      try (FSDataOutputStream out = folder.files().create(file, false)) {
        out.write(content.getBytes(UTF_8));
      }
      return true;
    } catch (IOException e) {
      // File systems tell it each in a way of its own; and where an answer was lost on the network,
      // the second attempt finds the file that the first has made.
      if (folder.exists(file)) {
        return folder.read(file).equals(content);
      }
      throw SweepFolder.failed("write", file, e);
    }
  }

  /**
   * By a hard link to a file already written, which fails if the name is taken. Hadoop's own {@code
   * create(file, false)} looks first and creates then, on local file systems.
   */
  private static boolean createLocal(java.nio.file.Path file, String content) throws IOException {
    Files.createDirectories(file.getParent());
    java.nio.file.Path written = file.resolveSibling("lease-claim-" + UUID.randomUUID());
    Files.writeString(written, content, UTF_8, CREATE_NEW, WRITE);
    try {
      Files.createLink(file, written);
    } catch (FileAlreadyExistsException e) {
      throw e;
    } catch (IOException | UnsupportedOperationException e) {
      // No hard links here, as on FAT: exclusive all the same, but seen before it is complete.
      Files.writeString(file, content, UTF_8, CREATE_NEW, WRITE);
    } finally {
      Files.deleteIfExists(written);
    }
    return true;
  }
}
