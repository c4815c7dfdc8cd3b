package org.basin.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.util.List;
import java.util.stream.Stream;
import org.basin.config.ConfigException;
import org.basin.engine.NothingTrainedException;
import org.basin.engine.storage.EngineException;
import org.basin.engine.storage.MachineException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ExitStatusTest {

  static Stream<Arguments> failures() {
    return Stream.of(
        arguments(new UsageException("no sweep x"), 2),
        arguments(new ConfigException(List.of("a.conf:1: wrong")), 2),
        arguments(new EngineException("sweep s is in use"), 2),
        arguments(new NothingTrainedException("broken", null), 1),
        arguments(new NothingTrainedException("broken", new IllegalStateException("x")), 1),
        arguments(new IllegalStateException("a fault of Basin"), 1),
        arguments(new StackOverflowError(), 1),
        arguments(new MachineException("cannot write /x: No space left on device"), 3),
        arguments(new UncheckedIOException(new AccessDeniedException("/x")), 3),
        arguments(new IllegalStateException(new IOException("No space left on device")), 3),
        arguments(nothingTrained(new IOException("No space left on device")), 3),
        arguments(nothingTrained(new MachineException("cannot write /x: permission denied")), 3),
        arguments(nothingTrained(new OutOfMemoryError("Java heap space")), 3),
        arguments(new OutOfMemoryError("Java heap space"), 3));
  }

  /** The exception that Spark throws when a slice could not be written. */
  private static NothingTrainedException nothingTrained(Throwable why) {
    return new NothingTrainedException(
        why.getMessage(), new IllegalStateException("Job aborted", new RuntimeException(why)));
  }

  @ParameterizedTest
  @MethodSource("failures")
  void status_saysWhoseTheFaultIs(Throwable failure, int status) {
    assertThat(ExitStatus.of(failure).code()).isEqualTo(status);
  }
}
