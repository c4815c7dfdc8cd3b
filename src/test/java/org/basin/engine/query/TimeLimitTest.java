package org.basin.engine.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

class TimeLimitTest {

  @Test
  void workThatNeverEnds_isNotWaitedFor_andInterrupted() throws InterruptedException {
    CountDownLatch interrupted = new CountDownLatch(1);
    assertThatThrownBy(
            () ->
                TimeLimit.within(
                    0.01,
                    () -> {
                      try {
                        new CountDownLatch(1).await();
                      } finally {
                        interrupted.countDown();
                      }
                      return "";
                    }))
        .isInstanceOf(TimeoutException.class);
    interrupted.await();
  }

  @Test
  void valuesAndFailures_areTheWorksOwn() throws Exception {
    assertThat(TimeLimit.within(60, () -> "done")).isEqualTo("done");
    assertThatThrownBy(
            () ->
                TimeLimit.within(
                    60,
                    () -> {
                      throw new IOException("no");
                    }))
        .isInstanceOf(IOException.class)
        .hasMessage("no");
    assertThatThrownBy(
            () ->
                TimeLimit.within(
                    60,
                    () -> {
                      throw new StackOverflowError();
                    }))
        .isInstanceOf(StackOverflowError.class);
  }
}
