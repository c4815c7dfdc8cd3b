package org.basin.train;

import static org.assertj.core.api.Assertions.assertThat;

import org.basin.data.Data;
import org.basin.plan.TrialSpec;
import org.basin.settings.Seeds;
import org.basin.settings.Settings;
import org.basin.testing.Trials;
import org.junit.jupiter.api.Test;

class DataCacheTest {

  private static final Settings TRIAL = Trials.minibatches(3, 10);

  @Test
  void trialsWithOneDataSeed_shareOneObject() {
    DataCache cache = new DataCache();
    assertThat(get(cache, Trials.spec(TRIAL, new Seeds(1, 2, 3))))
        .isSameAs(get(cache, Trials.spec(TRIAL.with("init.std", 0.5), new Seeds(1, 4, 5))));
  }

  @Test
  void trialsWithOtherDataOrSeed_ownTheirs() {
    DataCache cache = new DataCache();
    Object data = get(cache, Trials.spec(TRIAL, 1));
    assertThat(get(cache, Trials.spec(TRIAL, 2))).isNotSameAs(data);
    assertThat(get(cache, Trials.spec(TRIAL.with("data.samples", 21L), 1))).isNotSameAs(data);
  }

  @Test
  void data_isKeptForTheNextBatchOnly() {
    DataCache cache = new DataCache();
    Object data = get(cache, Trials.spec(TRIAL, 1));
    cache.nextBatch();
    assertThat(get(cache, Trials.spec(TRIAL, 1))).isSameAs(data);
    cache.nextBatch();
    cache.nextBatch();
    assertThat(get(cache, Trials.spec(TRIAL, 1))).isNotSameAs(data);
  }

  private static Data get(DataCache cache, TrialSpec spec) {
    String key = TrialKeys.data(spec);
    Data data = cache.find(key);
    return data == null ? cache.make(key, spec) : data;
  }
}
