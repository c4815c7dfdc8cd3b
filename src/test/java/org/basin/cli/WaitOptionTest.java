package org.basin.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.basin.engine.Jobs;
import org.basin.engine.lease.Lease;
import org.basin.engine.lease.LeaseHeldException;
import org.basin.engine.storage.SweepFolder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

class WaitOptionTest {

  @TempDir Path output;
  private final List<String> said = new ArrayList<>();
  private SweepFolder folder;

  /** A command that has the option. */
  @Command
  static final class Waiting {
    @Mixin private WaitOption wait;

    @Parameters(arity = "0..1")
    private String sweep;
  }

  @BeforeEach
  void makeFolder() {
    folder = SweepFolder.of(new Configuration(), output.toString(), "s");
  }

  private static WaitOption option(String... words) {
    Waiting command = new Waiting();
    new CommandLine(command).parseArgs(words);
    return command.wait;
  }

  private long take() {
    try (Lease lease = Lease.take(folder, Jobs.settings())) {
      return lease.number();
    }
  }

  @Test
  void sweepInUse_isRefusedAtOnceWithoutTheOption() {
    try (Lease held = Lease.take(folder, Jobs.settings())) {
      assertThatThrownBy(() -> option().then(this::take, said::add))
          .isInstanceOf(LeaseHeldException.class);
      held.check();
    }
    assertThat(said).isEmpty();
  }

  @Test
  void sweepInUse_isTakenOnceItsHolderHasEnded() {
    Lease held = Lease.take(folder, Jobs.settings());
    long number =
        option("--wait")
            .then(
                this::take,
                line -> {
                  said.add(line);
                  held.close();
                });
    assertThat(number).isEqualTo(2);
    assertThat(said).hasSize(1);
    assertThat(said.get(0)).matches("sweep s is in use by process \\d+ on .* since .*; waiting");
  }

  @Test
  void timeThatIsOver_endsTheWait() {
    try (Lease held = Lease.take(folder, Jobs.settings())) {
      assertThatThrownBy(() -> option("--wait=1s").then(this::take, said::add))
          .isInstanceOf(LeaseHeldException.class);
      held.check();
    }
    assertThat(said).hasSize(1);
    assertThat(said.get(0)).endsWith("; waiting for up to 1s");
  }

  @ParameterizedTest
  @ValueSource(strings = {"10", "-1s", "1.5h", "an hour", "99999d", ""})
  void wordThatIsNoTime_isRefused(String time) {
    assertThatThrownBy(option("--wait=" + time)::check)
        .isInstanceOf(UsageException.class)
        .hasMessage("--wait " + time + ": a time is written as 90s, 10m, 2h or 1d");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--wait sweep", "sweep --wait", "--wait 10m sweep", "--wait=10m sweep"})
  void wordAfterTheOption_isTheSweepUnlessItIsATime(String words) {
    Waiting command = new Waiting();
    new CommandLine(command).parseArgs(words.split(" "));
    command.wait.check();
    assertThat(command.sweep).isEqualTo("sweep");
  }
}
