package org.basin.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.basin.settings.Section;
import org.basin.settings.Settings;
import org.basin.settings.SpecException;
import org.junit.jupiter.api.Test;

class ObservationSchedulesTest {

  private static ObservationSchedule schedule(long maxSteps, Map<String, Object> settings) {
    Section section = new Section("observe.at", Settings.of(settings));
    return ObservationSchedules.CATALOGUE.of(section).create(section, maxSteps);
  }

  private static long[] steps(ObservationSchedule schedule, long maxSteps) {
    return LongStream.iterate(schedule.next(0), n -> n <= maxSteps, schedule::next).toArray();
  }

  @Test
  void every_observesMultiples() {
    assertThat(steps(schedule(20, Map.of("kind", "every", "steps", 6L)), 20))
        .containsExactly(6, 12, 18);
  }

  @Test
  void linear_spreadsItsCountEvenlyAndEndsAtTheLastStep() {
    assertThat(steps(schedule(10, Map.of("kind", "linear", "count", 4L)), 10))
        .containsExactly(3, 5, 8, 10);
    assertThat(steps(schedule(3, Map.of("kind", "linear", "count", 100L)), 3))
        .containsExactly(1, 2, 3);
    assertThat(steps(schedule(1000, Map.of("kind", "linear", "count", 37L)), 1000)).hasSize(37);
  }

  @Test
  void log_observesTheNearestWholeStepsOfEachDecade() {
    assertThat(steps(schedule(1000, Map.of("kind", "log", "per-decade", 4L)), 1000))
        .containsExactly(1, 2, 3, 6, 10, 18, 32, 56, 100, 178, 316, 562, 1000);
  }

  @Test
  void log_observesPowersOfTenUpToTheLargestBudget() {
    ObservationSchedule log =
        schedule(1_000_000_000_000L, Map.of("kind", "log", "per-decade", 20L));
    for (long power = 1; power <= 1_000_000_000_000L; power *= 10) {
      assertThat(log.next(power - 1)).isEqualTo(power);
    }
  }

  @Test
  void listed_observesTheStepsGivenInAnyOrder() {
    assertThat(
            steps(schedule(9, Map.of("kind", "listed", "steps", List.of(7.0, 0.0, 2.0, 70.0))), 9))
        .containsExactly(2, 7);
  }

  @Test
  void listed_refusesPartOfAStep() {
    assertThatThrownBy(() -> schedule(9, Map.of("kind", "listed", "steps", List.of(2.5))))
        .isInstanceOf(SpecException.class)
        .hasMessage("observe.at.steps has 2.5, must be whole numbers");
  }
}
