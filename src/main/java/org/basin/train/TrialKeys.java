package org.basin.train;

import org.basin.data.FreshSamples;
import org.basin.nn.Minibatch;
import org.basin.plan.TrialSpec;
import org.basin.settings.Settings;

/**
 * The keys that decide which trials train side by side, and what these share. Trials with equal
 * keys belong together. A kernel takes those trials of a batch whose {@link
 * org.basin.kernel.LaneShape} is equal, which holds where these keys are equal, as far as settings
 * tell.
 */
final class TrialKeys {

  private TrialKeys() {}

  /**
   * Returns equal keys for trials that can fill one batch: they have the same model, loss, sizes of
   * data, terms of the update, precision and step budget, so one kernel takes them and they end
   * together.
   */
  static String batch(Settings settings) {
    StringBuilder key = new StringBuilder();
    settings
        .asMap()
        .forEach(
            (path, value) -> {
              Object what = inBatch(path, value);
              if (what != null) {
                key.append(path).append('=').append(what).append('\n');
              }
            });
    return key.toString();
  }

  /** The part of a setting that must be equal within a batch; null if none. */
  private static Object inBatch(String path, Object value) {
    boolean isReal = value instanceof Double;
    return switch (path.substring(0, Math.max(0, path.indexOf('.')))) {
      case "model", "loss" -> value;
      case "data" ->
          path.equals("data.kind") || value instanceof Long || value instanceof Boolean
              ? value
              : null;
      case "optimiser" ->
          path.startsWith("optimiser.schedule.") ? null : isReal ? isZero((Double) value) : value;
      default -> path.equals("precision") || path.equals("stop.max-steps") ? value : null;
    };
  }

  /** A term of the update that is 0 is left out, which makes it another update. */
  private static String isZero(double value) {
    return value == 0 ? "0" : "not 0";
  }

  /** Returns equal keys for trials with equal data. */
  static String data(TrialSpec spec) {
    return spec.seeds().data() + "\n" + spec.section("data").settings().canonical();
  }

  /** Returns equal keys for trials with equal minibatches; null for a full-batch trial. */
  static String minibatches(TrialParts parts) {
    Minibatch batch = parts.optimiser().minibatch();
    if (batch == null) {
      return null;
    }
    // Fresh samples use only the data stream. The order of a finite set has a seed of its own.
    String order =
        parts.data() instanceof FreshSamples
            ? "" + batch.size()
            : batch + "\n" + parts.spec().seeds().order();
    return order + "\n" + parts.precision() + "\n" + data(parts.spec());
  }
}
