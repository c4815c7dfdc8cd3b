package org.basin.engine.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OutputTest {

  private static org.apache.hadoop.fs.Path of(String output) {
    return Output.of(new Configuration(), output);
  }

  @ParameterizedTest
  @ValueSource(strings = {"out", "my dir %41 ü", "a:b", "s3a:", "o#[x] {a,b}:*?", "a\\b", "'\""})
  void path_isTakenAsItIs(String output) {
    assertThat(of(output).toUri().getPath()).isEqualTo(Path.of(output).toAbsolutePath().toString());
    assertThat(of("/x/" + output).toUri().getPath()).isEqualTo("/x/" + output);
    assertThat(of("file:/x/" + output).toUri().getPath()).isEqualTo("/x/" + output);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "foo://bucket/x|output foo://bucket/x: no such file system is known here",
        "s3a://bucket/x|output s3a://bucket/x: no such file system is known here",
        "foo:/x|output foo:/x: no such file system is known here",
        "''|output \"\" names no folder: ",
      })
  void folderThatCannotBe_isTheUsersMistake(String output, String start) {
    assertThatThrownBy(() -> of(output))
        .isExactlyInstanceOf(EngineException.class)
        .hasMessageStartingWith(start)
        .hasMessageNotContaining("\n");
  }

  @Test
  void machineThatIsNotThere_isToldAtOnce() {
    assertThatThrownBy(() -> of("hdfs://no-such-host.invalid:9000/x"))
        .isInstanceOf(MachineException.class)
        .hasMessageStartingWith("cannot reach hdfs://no-such-host.invalid:9000/x: UnknownHost")
        .hasMessageNotContaining("\n");
  }

  @Test
  void password_isNotTaken_andNotRepeated() {
    assertThatThrownBy(() -> Output.of(new Configuration(), "s3a://me:hunter2@bucket/x"))
        .isInstanceOf(EngineException.class)
        .hasMessageStartingWith("the URI of --output has a password in it")
        .hasMessageNotContaining("hunter2");
  }
}
