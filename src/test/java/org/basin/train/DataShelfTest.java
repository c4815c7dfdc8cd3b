package org.basin.train;

import static org.assertj.core.api.Assertions.assertThat;

import org.basin.plan.Seeds;
import org.basin.plan.Settings;
import org.junit.jupiter.api.Test;

class DataShelfTest {

  private static final Settings TRIAL = Trials.minibatches(3, 10);

  @Test
  void trialsWithOneDataSeed_shareOneObject() {
    DataShelf shelf = new DataShelf();
    assertThat(shelf.get(Trials.spec(TRIAL, new Seeds(1, 2, 3))))
        .isSameAs(shelf.get(Trials.spec(TRIAL.with("init.std", 0.5), new Seeds(1, 4, 5))));
  }

  @Test
  void trialsWithOtherDataOrSeed_ownTheirs() {
    DataShelf shelf = new DataShelf();
    Object data = shelf.get(Trials.spec(TRIAL, 1));
    assertThat(shelf.get(Trials.spec(TRIAL, 2))).isNotSameAs(data);
    assertThat(shelf.get(Trials.spec(TRIAL.with("data.samples", 21L), 1))).isNotSameAs(data);
  }

  @Test
  void data_isKeptForTheNextBatchOnly() {
    DataShelf shelf = new DataShelf();
    Object data = shelf.get(Trials.spec(TRIAL, 1));
    shelf.nextBatch();
    assertThat(shelf.get(Trials.spec(TRIAL, 1))).isSameAs(data);
    shelf.nextBatch();
    shelf.nextBatch();
    assertThat(shelf.get(Trials.spec(TRIAL, 1))).isNotSameAs(data);
  }
}
