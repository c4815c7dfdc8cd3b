package org.basin.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.basin.tables.Measurement.Status;
import org.junit.jupiter.api.Test;
import scala.jdk.javaapi.CollectionConverters;

class MeasurementTest {

  private static final StructType SCHEMA =
      new StructType(
          new StructField[] {
            Columns.text("verdict"),
            Columns.whole("steps"),
            Columns.nullable(MeasuredTrials.FINALS, new ArrayType(HittingTimeTable.HIT, false)),
            Columns.nullable(MeasuredTrials.HITS, new ArrayType(HittingTimeTable.HIT, false))
          });

  /** A trial of 40 steps with one hitting time; a step of −1 is censored. */
  private static Measurement escape(String verdict, long low, long step) {
    boolean censored = step < 0;
    Object[] hit = {
      "escape",
      censored ? null : step,
      censored,
      censored ? 40L : null,
      censored ? null : low,
      censored ? null : step,
      low == step
    };
    return Measurement.of(
        trial(verdict, new GenericRowWithSchema(hit, HittingTimeTable.HIT)), "escape");
  }

  private static Row trial(String verdict, Row... hits) {
    Object[] cells = {
      verdict,
      40L,
      CollectionConverters.asScala(List.<Row>of()),
      CollectionConverters.asScala(List.of(hits))
    };
    return new GenericRowWithSchema(cells, SCHEMA);
  }

  @Test
  void hit_isKnownOrBracketed() {
    assertThat(escape("exhausted", 7, 7)).isEqualTo(new Measurement(Status.KNOWN, 7, 7));
    assertThat(escape("diverged", 5, 9)).isEqualTo(new Measurement(Status.BRACKETED, 4, 9));
  }

  @Test
  void noHit_isCensored_unlessAnotherEventEndedTheTrial() {
    assertThat(escape("exhausted", -1, -1))
        .isEqualTo(new Measurement(Status.CENSORED, 40, Double.POSITIVE_INFINITY));
    for (String verdict : List.of("diverged", "failed", "timed_out")) {
      assertThat(escape(verdict, -1, -1).status()).isEqualTo(Status.COMPETING);
    }
  }

  @Test
  void converged_isATime() {
    assertThat(Measurement.of(trial("converged"), "converged"))
        .isEqualTo(new Measurement(Status.KNOWN, 40, 40));
    assertThat(Measurement.of(trial("exhausted"), "converged").status()).isEqualTo(Status.CENSORED);
    assertThat(Measurement.of(trial("diverged"), "converged").status()).isEqualTo(Status.COMPETING);
  }

  @Test
  void unmeasured_isMissing() {
    assertThat(Measurement.of(trial("exhausted"), "loss").status()).isEqualTo(Status.MISSING);
  }
}
