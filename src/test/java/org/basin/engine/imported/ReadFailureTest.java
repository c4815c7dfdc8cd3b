package org.basin.engine.imported;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import org.apache.spark.SparkThrowable;
import org.junit.jupiter.api.Test;

class ReadFailureTest {

  /** A failure as Spark has them. */
  private static final class Known extends RuntimeException implements SparkThrowable {
    private static final long serialVersionUID = 1L;

    private final String condition;

    Known(String condition, Throwable cause) {
      super(cause);
      this.condition = condition;
    }

    @SuppressWarnings("MissingOverride") // Spark 3.5 does not ask for it.
    public String getCondition() {
      return condition;
    }

    @Override
    @SuppressWarnings("deprecation") // Spark 3.5 asks for it.
    public String getErrorClass() {
      return condition;
    }
  }

  @Test
  void filesAreAtFault_wheneverSparkSaysSo() {
    Throwable read = new Known("FAILED_READ_FILE.NO_HINT", new IOException());
    assertThat(ReadFailure.isOfFiles(read)).isTrue();
    assertThat(ReadFailure.isOfFiles(new IllegalStateException(read))).isTrue();
  }

  @Test
  void whatBasinDidNotExpect_isNoFaultOfFiles() {
    assertThat(ReadFailure.isOfFiles(new NullPointerException())).isFalse();
    assertThat(ReadFailure.isOfFiles(new Known("AMBIGUOUS_REFERENCE", null))).isFalse();
    assertThat(ReadFailure.isOfFiles(new IllegalStateException(new IOException("gone")))).isFalse();
    // Without a session, reading fails as a fault of Basin's own would make it fail.
    assertThatThrownBy(() -> TrialImport.read(null, "runs", List.of(), "slice"))
        .isInstanceOf(NullPointerException.class);
  }
}
