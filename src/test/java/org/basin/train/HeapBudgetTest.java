package org.basin.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.basin.plan.TrialSpec;
import org.basin.settings.Settings;
import org.basin.testing.Trials;
import org.junit.jupiter.api.Test;

class HeapBudgetTest {

  private static final Duration HANG = Duration.ofSeconds(60);
  private static final double GB = 1 << 30;

  private static List<Outcome> train(List<TrialSpec> specs, HeapBudget heap, List<Integer> begun) {
    List<Outcome> outcomes = new ArrayList<>();
    TrainingWatch sizes =
        new TrainingWatch() {
          @Override
          public void begins(List<TrialSpec> batch) {
            begun.add(batch.size());
          }
        };
    Trainer.train(specs.iterator(), List.of(), 16, heap, sizes).forEachRemaining(outcomes::add);
    return outcomes;
  }

  private static List<TrialSpec> wide(long width, int count) {
    Settings settings = Trials.squaredRelu((int) width, 3);
    return LongStream.range(0, count).mapToObj(seed -> Trials.spec(settings, seed)).toList();
  }

  private static Map<String, String> bits(List<Outcome> outcomes) {
    return outcomes.stream().collect(Collectors.toMap(o -> o.spec().id(), Trials::bits));
  }

  @Test
  void trialThatNeverFits_failsBeforeItTrainsAndNamesBoth() {
    List<TrialSpec> specs = new ArrayList<>(wide(4_000_000, 2));
    specs.addAll(wide(20, 2));
    HeapBudget heap = new HeapBudget(0.75 * GB, GB, "--driver-memory");
    List<Outcome> outcomes = train(specs, heap, new ArrayList<>());
    assertThat(outcomes).hasSize(4);
    for (Outcome outcome : outcomes) {
      boolean isLarge = outcome.spec().settings().get("model.width").equals(4_000_000L);
      assertThat(outcome.verdict()).isEqualTo(isLarge ? Verdict.FAILED : Verdict.EXHAUSTED);
      if (isLarge) {
        assertThat(outcome.error())
            .matches(
                "needs about [0-9.]+ GB of memory, but trials have 768 MB of this process's 1.0 GB"
                    + " heap; give more by --driver-memory");
      }
    }
  }

  @Test
  void lanesThatDoNotFitTogether_trainInPartsWithTheSameBits() {
    List<TrialSpec> specs = wide(2000, 12);
    double one = Footprint.of(TrialParts.of(specs.get(0), List.of()));
    List<Outcome> together = train(specs, HeapBudget.unlimited(), new ArrayList<>());
    // Enough memory for a group of lanes and for one more trial.
    List<Outcome> inParts = train(specs, new HeapBudget(1.2 * one, GB, "-Xmx"), new ArrayList<>());
    assertThat(bits(inParts)).isEqualTo(bits(together));
  }

  @Test
  void batches_areToldBeforeTheyBegin() {
    List<Integer> begun = new ArrayList<>();
    train(wide(3, 20), HeapBudget.unlimited(), begun);
    assertThat(begun).containsExactly(16, 4);
  }

  @Test
  void batchesThatDoNotFitTogether_waitForEachOther() {
    List<TrialSpec> specs = wide(2000, 8);
    double one = Footprint.of(TrialParts.of(specs.get(0), List.of()));
    HeapBudget heap = new HeapBudget(1.1 * one, GB, "-Xmx");
    List<List<Outcome>> outcomes = new ArrayList<>();
    assertTimeoutPreemptively(
        HANG,
        () -> {
          List<Thread> threads = new ArrayList<>();
          for (int t = 0; t < 4; t++) {
            Thread thread =
                new Thread(
                    () -> {
                      List<Outcome> own = train(specs, heap, new ArrayList<>());
                      synchronized (outcomes) {
                        outcomes.add(own);
                      }
                    });
            thread.start();
            threads.add(thread);
          }
          for (Thread thread : threads) {
            thread.join();
          }
        });
    assertThat(outcomes).hasSize(4).allSatisfy(own -> assertThat(own).hasSize(8));
    assertThat(heap.tryTake(heap.size())).isTrue();
  }

  @Test
  void interruptedWait_isNoFaultOfATrial() throws InterruptedException {
    HeapBudget heap = new HeapBudget(GB, GB, "-Xmx");
    heap.take(GB);
    List<Throwable> thrown = new ArrayList<>();
    Thread waiting =
        new Thread(
            () -> {
              try {
                train(wide(3, 1), heap, new ArrayList<>());
              } catch (RuntimeException e) {
                thrown.add(e);
              }
            });
    waiting.start();
    waiting.interrupt();
    waiting.join(HANG.toMillis());
    assertThat(thrown)
        .singleElement()
        .isInstanceOf(java.util.concurrent.CancellationException.class);
  }
}
