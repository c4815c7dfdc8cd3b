package org.basin.cli.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportTest {

  @TempDir Path folder;

  private Export export(String arguments) {
    return Export.of(arguments, folder);
  }

  private static void refused(Runnable work, String... words) {
    assertThatThrownBy(work::run).isInstanceOf(ShellException.class).hasMessageContainingAll(words);
  }

  @Test
  void arguments_areAFormatAndAFile() {
    assertThat(export("csv /tmp/a b.csv"))
        .isEqualTo(new Export("csv", Path.of("/tmp/a b.csv"), false));
    assertThat(export("--replace PARQUET '~/x.parquet'").file())
        .isEqualTo(folder.resolve("x.parquet"));
    assertThat(export("json ~/x.json"))
        .isEqualTo(new Export("json", folder.resolve("x.json"), false));
  }

  @Test
  void wrongArguments_areTold() {
    refused(() -> export("cvs x"), "cvs is no format", "did you mean csv?");
    refused(() -> export(""), "which format and which file?");
    refused(() -> export("csv"), "which format and which file?");
  }

  @Test
  void fileThatExists_isNotReplacedUnlessAsked() throws IOException {
    Path file = Files.writeString(folder.resolve("there.csv"), "precious");
    refused(() -> export("csv " + file).check(List.of()), "exists", "--replace");
    assertThatCode(() -> export("--replace csv " + file).check(List.of()))
        .doesNotThrowAnyException();
    refused(() -> export("--replace csv " + folder).check(List.of()), "is a folder");
    refused(() -> export("csv " + folder + "/no/x").check(List.of()), "there is no folder");
  }

  @Test
  void foldersOfSweeps_areOnlyRead() throws IOException {
    Path sweep = Files.createDirectories(folder.resolve("sweep/trials"));
    Files.createSymbolicLink(folder.resolve("link"), sweep);
    List<Path> forbidden = List.of(folder.resolve("sweep"));
    refused(() -> export("csv " + sweep + "/x.csv").check(forbidden), "only reads");
    refused(() -> export("csv " + folder + "/link/x.csv").check(forbidden), "only reads");
    refused(() -> export("csv " + folder + "/link/../x.csv").check(List.of(folder)), "only reads");
  }
}
