package org.basin.engine.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;
import org.basin.engine.storage.SweepFolder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The version of work is the mark's, or that of the slices' records where the mark is lost. */
class WorkVersionTest {

  @TempDir Path output;
  private SweepFolder folder;
  private Path mark;

  @BeforeEach
  void makeFolder() throws IOException {
    folder = SweepFolder.of(new Configuration(), output.toString(), "s");
    mark = output.resolve("s/_work/version");
    Files.createDirectories(mark.getParent());
  }

  private void commit(int version) throws IOException {
    Path slice = Path.of(folder.outcomes().toUri().getPath()).resolve("slice=1-00000");
    Files.createDirectories(slice);
    Files.writeString(
        slice.resolve("_committed.json"), "{\"version\":" + version + ",\"files\":[]}");
  }

  @Test
  void newWork_isMarked() {
    WorkVersion.check(folder);
    assertThat(mark).hasContent("2");
  }

  @Test
  void earlierMark_isRaised() throws IOException {
    Files.writeString(mark, "1");
    commit(1);
    WorkVersion.require(folder);
    assertThat(mark).hasContent("1");
    WorkVersion.check(folder);
    assertThat(mark).hasContent("2");
  }

  @Test
  void garbledMark_isMendedWhereTheSlicesAreOfNoLaterVersion() throws IOException {
    Files.write(mark, new byte[] {0, 1, 2});
    commit(1);
    WorkVersion.require(folder);
    WorkVersion.check(folder);
    assertThat(mark).hasContent("2");
  }

  @Test
  void garbledOrMissingMark_ofSlicesOfALaterVersion_isRefused() throws IOException {
    commit(3);
    for (String garbled : new String[] {"", "two", null}) {
      if (garbled == null) {
        Files.delete(mark);
      } else {
        Files.writeString(mark, garbled);
      }
      String message = "holds work of version 3, this Basin knows versions up to 2";
      assertThatThrownBy(() -> WorkVersion.require(folder)).hasMessageContaining(message);
      assertThatThrownBy(() -> WorkVersion.check(folder)).hasMessageContaining(message);
    }
    assertThat(mark).doesNotExist();
  }
}
