package org.basin.cli.shell;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.spark.sql.SparkSession;
import org.basin.testing.SharedSpark;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Queries that are told to end at a moment when they cannot notice it. {@link TerminalShellIT} ends
 * one at any other.
 */
class CancellationSoak {

  private static final SparkSession SPARK = SharedSpark.session();
  private static final String ENDLESS = "SELECT sum(id % 7) FROM range(999999999999)";

  private final Cancellation cancellation = new Cancellation(SPARK);

  /** As where Spark catches the interrupt while it plans, and goes on. */
  @Test
  @Timeout(value = 2, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void queryThatMissesTheInterrupt_ends() {
    assertThatThrownBy(
            () ->
                cancellation.run(
                    () -> {
                      interruptItself();
                      return SPARK.sql(ENDLESS).collectAsList();
                    }))
        .isInstanceOf(ShellException.class)
        .hasMessage("cancelled");
  }

  /** Cancels, and catches the interrupt. */
  private void interruptItself() {
    Thread signal = new Thread(cancellation::cancel);
    signal.start();
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      // Which is what this is about.
    }
  }
}
