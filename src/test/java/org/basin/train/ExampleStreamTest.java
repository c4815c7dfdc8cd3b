package org.basin.train;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicInteger;
import org.basin.data.Minibatches;
import org.basin.linalg.Precision;
import org.basin.linalg.StepExamples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExampleStreamTest {

  /** Minibatches whose first draw throws, and whose second draw would succeed. */
  private record Broken(Throwable failure, AtomicInteger draws) implements Minibatches {
    @Override
    public void next() {
      if (draws.getAndIncrement() == 0) {
        if (failure instanceof Error error) {
          throw error;
        }
        throw (RuntimeException) failure;
      }
    }

    @Override
    public StepExamples examples() {
      return new StepExamples(1, 1, 1, Precision.DOUBLE);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void brokenDraw_failsEveryLaneThatSharesIt(boolean isError) {
    Throwable failure = isError ? new StackOverflowError() : new IllegalStateException();
    ExampleStream stream = new ExampleStream(new Broken(failure, new AtomicInteger()));
    assertThatThrownBy(() -> stream.moveTo(0)).isSameAs(failure);
    assertThatThrownBy(() -> stream.moveTo(0)).isSameAs(failure);
  }

  @Test
  void skippedStep_isABug() {
    ExampleStream stream =
        new ExampleStream(new Broken(new IllegalStateException(), new AtomicInteger(1)));
    stream.moveTo(0);
    stream.moveTo(0);
    assertThatThrownBy(() -> stream.moveTo(2)).isInstanceOf(IllegalStateException.class);
  }
}
