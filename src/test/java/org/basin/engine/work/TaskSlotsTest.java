package org.basin.engine.work;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TaskSlotsTest {

  @ParameterizedTest
  @CsvSource({"16,1,16", "16,2,8", "3,2,1", "1,4,1", "0,1,1", "4,0,4"})
  void tasksAtOnce_areTheCoresOverThoseOfATask(int cores, int coresOfATask, int tasks) {
    assertThat(TaskSlots.of(cores, coresOfATask)).isEqualTo(tasks);
  }
}
