package org.basin.engine.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.permission.FsPermission;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The permissions are those that Hadoop's own file system sets. */
class LocalFilesTest {

  @TempDir Path folder;

  private static FileSystem files(Class<? extends FileSystem> kind) throws IOException {
    Configuration hadoop = new Configuration();
    hadoop.set(LocalFiles.KEY, kind.getName());
    hadoop.set("fs.permissions.umask-mode", "027");
    return FileSystem.newInstance(URI.create("file:///"), hadoop);
  }

  private static String permissions(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  private static org.apache.hadoop.fs.Path hadoop(Path path) {
    return new org.apache.hadoop.fs.Path(path.toUri());
  }

  @Test
  void whatIsMade_hasThePermissionsThatHadoopGives() throws IOException {
    for (Class<? extends FileSystem> kind : List.of(LocalFiles.class, LocalFileSystem.class)) {
      Path own = folder.resolve(kind.getSimpleName());
      try (FileSystem files = files(kind)) {
        assertThat(files).isExactlyInstanceOf(kind);
        assertThat(files.mkdirs(hadoop(own.resolve("a")))).isTrue();
        files.create(hadoop(own.resolve("a/b"))).close();
      }
      assertThat(permissions(own.resolve("a"))).as(kind.getName()).isEqualTo("rwxr-x---");
      assertThat(permissions(own.resolve("a/b"))).as(kind.getName()).isEqualTo("rw-r-----");
    }
  }

  @Test
  void everyPermission_isSet() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));
    try (FileSystem files = files(LocalFiles.class)) {
      for (int octal : new int[] {0, 0124, 0421, 0600, 0644, 0755, 0777}) {
        files.setPermission(hadoop(file), new FsPermission((short) octal));
        assertThat(files.getFileStatus(hadoop(file)).getPermission().toShort())
            .isEqualTo((short) octal);
      }
    }
  }

  /** Java does not know this bit; Hadoop's own way does. */
  @Test
  void stickyBit_isSetToo() throws IOException {
    Path shared = Files.createDirectory(folder.resolve("shared"));
    try (FileSystem files = files(LocalFiles.class)) {
      files.setPermission(hadoop(shared), new FsPermission((short) 01777));
    }
    assertThat((int) Files.getAttribute(shared, "unix:mode") & 07777).isEqualTo(01777);
  }
}
