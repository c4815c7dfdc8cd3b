package org.basin.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.basin.plan.analysis.Measure;
import org.basin.train.SubjectNames;
import org.basin.train.Verdict;
import org.junit.jupiter.api.Test;

class SubjectNamesTest {

  @Test
  void subjectsThatEverySweepHas_areTaken() {
    List<String> subjects =
        new ArrayList<>(
            List.of(
                PointTable.VERDICTS,
                Measure.CONVERGED,
                Measure.ofRate("loss"),
                Measure.ofPlateau("loss")));
    for (Verdict verdict : Verdict.values()) {
      subjects.add(PointTable.steps(verdict));
      assertThat(SubjectNames.ofHittingTime(verdict.text())).as(verdict.text()).isPresent();
    }
    for (String subject : subjects) {
      assertThat(SubjectNames.ofHittingTime(subject)).as(subject).isPresent();
      assertThat(SubjectNames.ofObservable(subject)).as(subject).isPresent();
    }
    assertThat(SubjectNames.ofHittingTime("escape")).isEmpty();
    assertThat(SubjectNames.ofObservable("failed")).isEmpty();
  }
}
