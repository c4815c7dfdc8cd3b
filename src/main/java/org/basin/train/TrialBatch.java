package org.basin.train;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import org.basin.data.Data;
import org.basin.kernel.Kernel;
import org.basin.kernel.LaneShape;
import org.basin.kernel.RunAheadKernel;
import org.basin.kernel.StepwiseKernel;
import org.basin.kernel.provider.Kernels;
import org.basin.linalg.Deadline;
import org.basin.nn.Parameters;
import org.basin.plan.HittingTime;
import org.basin.plan.TrialSpec;

/**
 * Trials that are trained side by side in lockstep. They share data and minibatches where their
 * specs are the same. Nothing else passes between them, so a trial's outcome does not depend on its
 * batch.
 */
final class TrialBatch {

  /**
   * The max number of steps that a trial takes before the next trial's turn. Blocks of steps keep
   * its arrays in the cache.
   */
  private static final int LONGEST_BLOCK = 64;

  /** Blocks do not grow beyond this time, so that clocks and interrupts are checked often. */
  private static final long LONG_BLOCK_NANOS = 20_000_000;

  private static final String MAX_SECONDS = "stop.max-seconds";

  private final DataCache cache;
  private final Admission admission;
  private final List<HittingTime> watched;
  private final LongConsumer stepped;
  private final Consumer<Outcome> done;
  private final Map<String, ExampleStream> streams = new HashMap<>();
  private final Map<LaneShape, List<Entrant>> byShape = new LinkedHashMap<>();
  private final List<Runner> running = new ArrayList<>();
  private boolean sharesStreams;

  /** A trial by itself, or the trials of one kernel. */
  private interface Runner {

    /** Takes up to {@code steps} steps. Returns whether it goes on. */
    boolean advance(int steps);
  }

  /** A trial that waits for the kernel of its shape. */
  private record Entrant(
      TrialParts parts,
      ExampleStream examples,
      Parameters parameters,
      StepView view,
      long buildNanos) {

    void enter(KernelTrials kernel) {
      kernel.add(parts, examples, parameters, view, buildNanos);
    }
  }

  /**
   * Makes a batch.
   *
   * @param heap the memory from which its trials take theirs
   * @param watched the hitting times of the sweep
   * @param stepped receives the number of steps that the trials have taken, again and again
   * @param done receives each outcome when its trial ends
   */
  TrialBatch(
      DataCache cache,
      HeapBudget heap,
      List<HittingTime> watched,
      LongConsumer stepped,
      Consumer<Outcome> done) {
    this.cache = cache;
    this.admission = new Admission(cache, heap);
    this.watched = watched;
    this.stepped = stepped;
    this.done = done;
  }

  /**
   * Trains the first of {@code specs} to their end, as many as fit into memory together.
   *
   * @return the specs that are left
   * @throws CancellationException if the thread was interrupted
   * @throws OutOfMemoryError if memory ran out despite the prediction; the outcomes of trials that
   *     had ended were passed on
   */
  List<TrialSpec> run(List<TrialSpec> specs) {
    try (admission) {
      admission.begin();
      return train(specs);
    }
  }

  /**
   * Trains {@code spec} while no other batch of this process trains, however much memory it needs.
   */
  void runAlone(TrialSpec spec) {
    try (admission) {
      admission.beginAlone();
      train(List.of(spec));
    }
  }

  private List<TrialSpec> train(List<TrialSpec> specs) {
    int built = 0;
    while (built < specs.size() && build(specs.get(built))) {
      built++;
    }
    byShape.forEach(this::enter);
    advance();
    return specs.subList(built, specs.size());
  }

  private void advance() {
    int block = 1;
    while (!running.isEmpty()) {
      TrialFailures.checkInterrupt();
      long slowest = 0;
      int kept = 0;
      for (int i = 0; i < running.size(); i++) {
        Runner runner = running.get(i);
        long start = System.nanoTime();
        if (runner.advance(block)) {
          running.set(kept++, runner);
        }
        slowest = Math.max(slowest, System.nanoTime() - start);
      }
      running.subList(kept, running.size()).clear();
      if (!sharesStreams) {
        block = slowest > LONG_BLOCK_NANOS ? Math.max(1, block / 2) : grown(block, slowest);
      }
    }
  }

  private static int grown(int block, long slowest) {
    return 2 * slowest <= LONG_BLOCK_NANOS ? Math.min(LONGEST_BLOCK, 2 * block) : block;
  }

  /** Builds a trial. Returns false if it has to wait until this batch has ended. */
  private boolean build(TrialSpec spec) {
    long start = System.nanoTime();
    if (!spec.isResolved()) {
      done.accept(unbuilt(spec, TrialFailures.describe(spec.problems()), start));
      return true;
    }
    try {
      // Building may take as long as the steps may.
      if (spec.settings().get(MAX_SECONDS) instanceof Double seconds) {
        Deadline.set(seconds);
      }
      String key = TrialKeys.data(spec);
      Data data = cache.find(key);
      double made = data == null ? Footprint.ofData(spec) : 0;
      if (!admission.admits(made, made)) {
        return false;
      }
      boolean isNew = data == null;
      data = isNew ? cache.make(key, spec) : data;
      TrialParts parts = TrialParts.of(spec, data, watched);
      LaneShape shape = parts.laneShape();
      double own =
          Footprint.own(parts, shape)
              + admission.lane(shape)
              + (isNewStream(parts) ? Footprint.minibatches(parts) : 0);
      double more = isNew ? Math.max(0, Footprint.shared(parts) - made) : 0;
      if (!admission.admits(own + more, Footprint.of(parts))) {
        return false;
      }
      begin(parts, shape, start);
      admission.count(shape);
    } catch (Deadline.PassedException e) {
      done.accept(unbuilt(spec, Verdict.TIMED_OUT, "", start));
    } catch (Throwable e) {
      done.accept(unbuilt(spec, TrialFailures.describe(e), start));
    } finally {
      Deadline.clear();
    }
    return true;
  }

  /** Starts a trial for which memory was taken. */
  private void begin(TrialParts parts, LaneShape shape, long start) {
    ExampleStream examples = examples(parts);
    if (shape == null) {
      SoloTrial lane = new SoloTrial(parts, examples);
      long buildNanos = System.nanoTime() - start;
      running.add(steps -> advance(lane, steps, buildNanos));
    } else {
      Parameters parameters = parts.initialParameters();
      StepView view = new StepView(parts, parameters, parts.stepLoss(examples));
      byShape
          .computeIfAbsent(shape, s -> new ArrayList<>())
          .add(new Entrant(parts, examples, parameters, view, System.nanoTime() - start));
    }
  }

  /**
   * Trains the trials whose kernel runs ahead to their end. The trials whose kernel goes step by
   * step join the others, to share examples.
   */
  private void enter(LaneShape shape, List<Entrant> trials) {
    if (shape.isAlone() && trials.size() > 1) {
      trials.forEach(t -> enter(shape, List.of(t)));
      return;
    }
    Kernel kernel = Kernels.of(shape, trials.size());
    if (kernel instanceof StepwiseKernel steps) {
      StepwiseTrials stepwise = new StepwiseTrials(steps, stepped, done);
      sharing(trials).forEach(t -> t.enter(stepwise));
      running.add(stepwise::advance);
    } else if (kernel instanceof RunAheadKernel ahead) {
      RunAheadTrials all = new RunAheadTrials(ahead, stepped, done);
      sharing(trials).forEach(t -> t.enter(all));
      while (all.isRunning()) {
        TrialFailures.checkInterrupt();
        all.advance(LONG_BLOCK_NANOS);
      }
    }
  }

  /**
   * Sorts trials that share their examples next to one another, in the order of the first of them.
   */
  private static List<Entrant> sharing(List<Entrant> trials) {
    return trials.stream()
        .collect(
            Collectors.groupingBy(
                t -> t.examples == null ? t.parts.data() : t.examples,
                () -> new LinkedHashMap<>(),
                Collectors.toList()))
        .values()
        .stream()
        .flatMap(List::stream)
        .toList();
  }

  /** Returns whether the trial still runs. */
  private boolean advance(SoloTrial lane, int steps, long buildNanos) {
    try {
      stepped.accept(lane.advance(steps));
    } catch (Deadline.PassedException e) {
      done.accept(lane.record().late(buildNanos));
      return false;
    } catch (Throwable e) {
      done.accept(lane.record().failed(TrialFailures.describe(e), buildNanos));
      return false;
    }
    if (!lane.record().isRunning()) {
      done.accept(lane.record().outcome(buildNanos));
    }
    return lane.record().isRunning();
  }

  private ExampleStream examples(TrialParts parts) {
    String key = TrialKeys.minibatches(parts);
    if (key == null) {
      return null;
    }
    ExampleStream stream = streams.get(key);
    if (stream == null) {
      stream = parts.examples();
      streams.put(key, stream);
    } else {
      sharesStreams = true;
    }
    return stream;
  }

  private boolean isNewStream(TrialParts parts) {
    String key = TrialKeys.minibatches(parts);
    return key != null && !streams.containsKey(key);
  }

  /** Returns the outcome of a trial that failed before its first step. */
  static Outcome unbuilt(TrialSpec spec, String error, long start) {
    return unbuilt(spec, Verdict.FAILED, error, start);
  }

  private static Outcome unbuilt(TrialSpec spec, Verdict end, String error, long start) {
    double seconds = (System.nanoTime() - start) / 1e9;
    return new Outcome(spec, end, 0, error, List.of(), List.of(), seconds);
  }
}
