package org.basin.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.basin.plan.TrialSpec;
import org.basin.settings.Problem;
import org.basin.settings.Provenance;
import org.basin.settings.Settings;
import org.basin.testing.Trials;
import org.junit.jupiter.api.Test;

class FailureTest {

  private static Settings throwing(String how, long at) {
    return with(Map.of("kind", "test-fault", "at", at, "how", how));
  }

  private static Settings saying(String message, long at) {
    return with(Map.of("kind", "test-fault", "at", at, "how", "exception", "message", message));
  }

  private static Settings with(Map<String, Object> fault) {
    Settings loss = Settings.of(Map.of("kind", "loss"));
    return Trials.squaredRelu(3, 30).with("observe.probes", List.of(loss, Settings.of(fault)));
  }

  @Test
  void exceptionInAStep_failsItsTrialAndKeepsWhatItObserved() {
    Outcome outcome = Trials.train(saying("broken\n  in two lines", 25));
    assertThat(outcome.verdict()).isEqualTo(Verdict.FAILED);
    assertThat(outcome.error()).isEqualTo("IllegalStateException: broken in two lines");
    assertThat(outcome.steps()).isEqualTo(25);
    assertThat(Trials.series(outcome, "loss").steps()).containsExactly(0, 10, 20);
  }

  @Test
  void stackOverflow_failsItsTrial() {
    assertThat(Trials.train(throwing("stack", 1)).error())
        .isEqualTo("StackOverflowError: too deep");
  }

  @Test
  void outOfMemory_failsItsTrialWithTheReason() {
    Outcome outcome = Trials.train(throwing("memory", 1));
    assertThat(outcome.verdict()).isEqualTo(Verdict.FAILED);
    assertThat(outcome.error()).startsWith("ran out of memory (test) in a heap of ");
  }

  @Test
  void outOfMemory_leavesOtherLanesAsTheyWouldBeAlone() {
    List<TrialSpec> specs =
        LongStream.range(0, 10)
            .mapToObj(i -> i % 4 == 1 ? throwing("memory", i) : Trials.squaredRelu(3, 30 + i))
            .map(settings -> Trials.spec(settings, 5))
            .toList();
    Map<String, Outcome> together =
        Trials.train(specs, 10).stream()
            .collect(Collectors.toMap(o -> o.spec().settings().toString(), o -> o));
    assertThat(together).hasSize(10);
    for (TrialSpec spec : specs) {
      Outcome outcome = together.get(spec.settings().toString());
      assertThat(Trials.bits(outcome)).isEqualTo(Trials.bits(Trials.train(spec)));
    }
  }

  @Test
  void missingLibrary_failsItsTrial() {
    assertThat(Trials.train(throwing("library", 1)).error())
        .isEqualTo("UnsatisfiedLinkError: test");
  }

  @Test
  void faultOfTheJvm_endsTheTask() {
    Settings fault = throwing("jvm", 1);
    assertThatThrownBy(() -> Trials.train(fault)).isInstanceOf(InternalError.class);
  }

  @Test
  void longMessage_isCut() {
    assertThat(Trials.train(saying("x".repeat(5000), 1)).error()).hasSize(500).endsWith("…");
  }

  @Test
  void settingsThatCannotBe_failTheirTrialWithThePath() {
    Outcome outcome = Trials.train(Trials.squaredRelu(3, 30).with("data.target", "5*x9"));
    assertThat(outcome.verdict()).isEqualTo(Verdict.FAILED);
    assertThat(outcome.error()).startsWith("data.target ");
    assertThat(outcome.series()).isEmpty();
  }

  @Test
  void specWithAProblem_failsAtOnce() {
    TrialSpec good = Trials.spec(Settings.EMPTY, 1);
    TrialSpec bad =
        new TrialSpec(
            0,
            "a",
            "b",
            1,
            good.seeds(),
            Settings.EMPTY,
            List.of(
                new Problem("stop.max-steps", Problem.Kind.ILLEGAL, "is -1"),
                new Problem("model.width", Problem.Kind.MISSING, "is missing")),
            Provenance.NONE);
    Outcome outcome = Trials.train(bad);
    assertThat(outcome.verdict()).isEqualTo(Verdict.FAILED);
    assertThat(outcome.error()).isEqualTo("stop.max-steps is -1; model.width is missing");
  }

  @Test
  void failure_leavesOtherLanesAsTheyWouldBeAlone() {
    Settings sgd = Trials.minibatches(3, 30);
    List<TrialSpec> specs =
        LongStream.range(0, 12)
            .mapToObj(
                i ->
                    Trials.spec(
                        i % 3 == 0
                            ? sgd.with("observe.probes", saying("x", i).get("observe.probes"))
                            : i % 3 == 1
                                ? sgd.with("init.std", 1e300)
                                : sgd.with("init.std", 0.1 * i),
                        7))
            .toList();
    Map<String, String> together =
        Trials.train(specs, 12).stream()
            .collect(Collectors.toMap(o -> o.spec().id(), Trials::bits, (a, b) -> a));
    Map<String, String> alone =
        specs.stream()
            .map(Trials::train)
            .collect(Collectors.toMap(o -> o.spec().id(), Trials::bits, (a, b) -> a));
    assertThat(together).isEqualTo(alone);
    Map<Verdict, Long> verdicts =
        Trials.train(specs, 12).stream()
            .collect(Collectors.groupingBy(Outcome::verdict, Collectors.counting()));
    assertThat(verdicts)
        .containsOnly(
            Map.entry(Verdict.FAILED, 4L),
            Map.entry(Verdict.DIVERGED, 4L),
            Map.entry(Verdict.EXHAUSTED, 4L));
  }

  @Test
  void interrupt_isNoFaultOfATrial() {
    Thread.currentThread().interrupt();
    try {
      Settings settings = Trials.squaredRelu(3, 30);
      assertThatThrownBy(() -> Trials.train(settings)).isInstanceOf(CancellationException.class);
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
  }
}
