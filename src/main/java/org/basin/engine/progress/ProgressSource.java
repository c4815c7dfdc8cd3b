package org.basin.engine.progress;

import com.codahale.metrics.Gauge;
import com.codahale.metrics.MetricRegistry;
import java.util.function.Supplier;
import org.apache.spark.SparkEnv;
import org.apache.spark.metrics.MetricsSystem;
import org.apache.spark.metrics.source.Source;
import org.basin.train.Verdict;
import scala.jdk.javaapi.CollectionConverters;

/**
 * The progress of a run as metrics of Spark's driver, for whatever sinks Spark is configured with.
 * The metrics of the last run stay until the next run begins or the session ends, so that a sink
 * that reports at the end has them.
 */
final class ProgressSource implements Source {

  private static final String NAME = "basin";

  private final MetricRegistry registry = new MetricRegistry();

  private ProgressSource(Supplier<ProgressState> state) {
    gauge("trials.done", () -> state.get().done());
    gauge("trials.total", () -> state.get().planned());
    for (Verdict verdict : Verdict.values()) {
      gauge("trials." + verdict.text(), () -> state.get().verdicts().getOrDefault(verdict, 0L));
    }
    gauge("trials-per-second", () -> state.get().trialsPerSecond());
    gauge("steps", () -> state.get().steps());
    gauge("seconds", () -> state.get().seconds());
    gauge("seconds-left", () -> state.get().secondsLeft());
    gauge("executors", () -> state.get().executors());
    gauge("cores", () -> state.get().cores());
  }

  private <T> void gauge(String name, Gauge<T> value) {
    registry.register(name, value);
  }

  /** Registers the metrics of a run in place of those of the run before. */
  static void register(Supplier<ProgressState> state) {
    MetricsSystem metrics = SparkEnv.get().metricsSystem();
    CollectionConverters.asJava(metrics.getSourcesByName(NAME)).forEach(metrics::removeSource);
    metrics.registerSource(new ProgressSource(state));
  }

  @Override
  public String sourceName() {
    return NAME;
  }

  @Override
  public MetricRegistry metricRegistry() {
    return registry;
  }
}
