package org.basin.engine.storage;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.util.Optional;
import java.util.UUID;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FSDataOutputStreamBuilder;
import org.apache.hadoop.fs.Path;

/**
 * Creates a file exclusively: if several processes try to create it at once, at most one succeeds.
 */
public final class ExclusiveFile {

  /**
   * Hadoop's name, since 3.4.2, for creating a file, when it is closed, only if there is none of
   * its name.
   */
  private static final String AT_CLOSE = "fs.option.create.conditional.overwrite";

  private ExclusiveFile() {}

  /**
   * Creates {@code file} with {@code content}. Where the file system supports it, a reader sees
   * either no file or the whole content.
   *
   * @param content must differ from the content that any other process writes
   * @return whether this call created the file; false if it already existed
   * @throws EngineException if the folder cannot be written
   */
  public static boolean create(SweepFolder folder, Path file, String content) {
    try {
      Optional<LocalDisk> disk = LocalDisk.of(folder.files());
      if (disk.isPresent()) {
        return create(disk.get(), LocalDisk.path(file), content);
      }
      try (FSDataOutputStream out = open(folder, file)) {
        out.write(content.getBytes(UTF_8));
      }
      return true;
    } catch (IOException e) {
      // Each file system reports this in its own way. If the network lost the answer, the second
      // attempt also finds the file that the first attempt made.
      if (folder.exists(file)) {
        return folder.read(file).equals(content);
      }
      throw StorageFailure.of("write", file, e);
    }
  }

  /**
   * Whether this is an object store: it shows a file once it is closed, and then only if there is
   * none of that name, if it is asked to. Its renames are copies.
   */
  public static boolean isAtClose(SweepFolder folder) {
    try {
      return folder.files().hasPathCapability(folder.root(), AT_CLOSE);
    } catch (IOException e) {
      throw StorageFailure.of("reach", folder.root(), e);
    }
  }

  private static FSDataOutputStream open(SweepFolder folder, Path file) throws IOException {
    // On an object store, create(file, false) looks first and writes later.
    if (!isAtClose(folder)) {
      return folder.files().create(file, false);
    }
    FSDataOutputStreamBuilder<?, ?> builder = folder.files().createFile(file);
    builder.create().overwrite(true);
    builder.must(AT_CLOSE, true);
    return (FSDataOutputStream) builder.build();
  }

  /**
   * Creates the file as a hard link to a file that is already written, which fails if the name is
   * taken. On local file systems, Hadoop's own {@code create(file, false)} checks first and creates
   * afterwards, so two processes can succeed.
   */
  private static boolean create(LocalDisk disk, java.nio.file.Path file, String content)
      throws IOException {
    disk.makeFolder(file.getParent());
    java.nio.file.Path written = file.resolveSibling("lease-claim-" + UUID.randomUUID());
    disk.create(written, content);
    try {
      disk.makeHardLink(file, written);
    } catch (FileAlreadyExistsException e) {
      throw e;
    } catch (IOException | UnsupportedOperationException e) {
      // No hard links here, as on FAT. This is exclusive too, but others may see half of the file.
      disk.create(file, content);
    } finally {
      disk.delete(written);
    }
    return true;
  }
}
