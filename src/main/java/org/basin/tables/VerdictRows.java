package org.basin.tables;

import java.util.EnumMap;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.basin.stats.location.Fractions;
import org.basin.train.Verdict;

/** How the trials of a point ended: the subject {@link PointTable#VERDICTS}. */
final class VerdictRows implements PointSubject {

  private final Map<Verdict, Long> verdicts = new EnumMap<>(Verdict.class);

  VerdictRows() {
    for (Verdict verdict : Verdict.values()) {
      verdicts.put(verdict, 0L);
    }
  }

  @Override
  public void add(Row trial) {
    verdicts.merge(Verdict.of(trial.getAs("verdict")), 1L, Long::sum);
  }

  @Override
  public void write(PointRows rows, double level) {
    long count = verdicts.values().stream().mapToLong(Long::longValue).sum();
    verdicts.forEach(
        (verdict, hits) ->
            rows.add(
                PointTable.VERDICTS,
                Statistic.fraction(verdict),
                Fractions.wilson(hits, count, level)));
  }
}
