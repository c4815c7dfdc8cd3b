package org.basin.engine.storage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProcessLossTest {

  private static Exception aborted(String reason) {
    return new IllegalStateException(
        "[TASK_WRITE_FAILED] Task failed",
        new IllegalStateException(
            "Job aborted due to stage failure: Task 0 in stage 1.0 failed 4 times, most recent"
                + " failure: Lost task 0.3 in stage 1.0 (TID 7) (host executor 3):"
                + " ExecutorLostFailure (executor 3 exited caused by one of the running tasks)"
                + " Reason: "
                + reason
                + "\nDriver stacktrace:"));
  }

  @Test
  void lostExecutor_isToldWithTheSetting() {
    assertThat(ProcessLoss.inOneLine(aborted("Command exited with code 52")))
        .isEqualTo(
            "an executor ran out of memory while it trained (Command exited with code 52); give"
                + " more by --executor-memory");
    assertThat(ProcessLoss.inOneLine(aborted("Command exited with code 137")))
        .startsWith("an executor was killed while it trained, as a system does that runs out of")
        .endsWith("give more by --executor-memory or spark.executor.memoryOverhead");
    assertThat(ProcessLoss.inOneLine(aborted("worker lost")))
        .isEqualTo("an executor died while it trained (worker lost)");
    assertThat(ProcessLoss.isOfExecutor(aborted("worker lost"))).isTrue();
  }

  @Test
  void outOfMemoryBehindAnything_isToldWithTheSetting() {
    Exception failure =
        new IllegalStateException(
            "[FAILED_READ_FILE] Encountered error while reading file",
            new OutOfMemoryError("Java heap space"));
    assertThat(ProcessLoss.inOneLine(failure))
        .startsWith("out of memory (Java heap space); give more by --driver-memory");
    assertThat(ProcessLoss.isOfExecutor(failure)).isFalse();
  }
}
