package org.basin.bench;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.basin.data.DataKinds;
import org.basin.data.FreshSamples;
import org.basin.data.Minibatches;
import org.basin.linalg.Precision;
import org.basin.linalg.StepExamples;
import org.basin.nn.Minibatch;
import org.basin.settings.RandomStreams;
import org.basin.settings.Section;
import org.basin.settings.Seeds;
import org.basin.settings.Settings;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Minibatches of 1000 fresh inputs in R², each labelled by the sign of its second coordinate. */
@State(Scope.Thread)
@Fork(1)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 1)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class DrawBenchmark {

  @Param({"circle", "gaussian"})
  private String law;

  @Param private Precision precision;

  private Minibatches minibatches;

  /** The standard normal law, and the unit circle. */
  @Setup
  public void start() {
    Map<String, Object> settings = new TreeMap<>();
    settings.put("kind", law);
    settings.put("fresh", true);
    settings.put("teacher.kind", "direction");
    settings.put("teacher.vector", List.of(0.0, 1.0));
    if (law.equals("gaussian")) {
      settings.put("dimension", 2L);
      settings.put("std", 1.0);
    } else {
      settings.put("radius", 1.0);
    }
    Section section = new Section("data", Settings.of(settings));
    var data =
        (FreshSamples)
            DataKinds.CATALOGUE.of(section).create(section, RandomStreams.stream(1, "data"));
    minibatches = Minibatches.of(data, new Minibatch(1000, false), new Seeds(1, 1, 1), precision);
  }

  /** Draws the next minibatch. */
  @Benchmark
  public StepExamples next() {
    minibatches.next();
    return minibatches.examples();
  }
}
