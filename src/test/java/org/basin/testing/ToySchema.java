package org.basin.testing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.basin.plan.Axis;
import org.basin.plan.Grid;
import org.basin.plan.SeedRange;
import org.basin.plan.TrialSpec;
import org.basin.settings.Key;
import org.basin.settings.Range;
import org.basin.settings.Schema;
import org.basin.settings.Settings;

/** A small schema of every type of key, for the tests of this room. */
public final class ToySchema {

  private static final Key SCHEDULE = Key.component("schedule", "schedule", "step size's course");
  private static final Key STEP = Key.real("step-size", Range.POSITIVE, "step size");

  public static final Schema SCHEMA =
      new Schema(
          Map.of(
              "trial",
              Map.of(
                  "",
                  List.of(
                      Key.component("model", "model", ""),
                      Key.component("optimiser", "optimiser", ""),
                      Key.component("stop", "stop", ""),
                      Key.component("observe", "observe", ""))),
              "model",
              Map.of(
                  "linear",
                  List.of(
                      Key.integer("width", Range.atLeast(1), "neurons"),
                      Key.flag("bias", ""),
                      Key.reals("weights", Range.ANY, "").optional()),
                  "deep",
                  List.of(
                      Key.integer("width", Range.atLeast(1), "neurons"),
                      Key.integer("depth", Range.closed(2, 9), "layers"))),
              "optimiser",
              Map.of(
                  "gradient-descent",
                  List.of(STEP, SCHEDULE),
                  "sgd",
                  List.of(
                      STEP,
                      SCHEDULE,
                      Key.namedReals("step-sizes", Range.POSITIVE, "of layers"),
                      Key.integer("batch-size", Range.atLeast(1), ""),
                      Key.choice("sampling", "", "with-replacement", "epochs"))),
              "schedule",
              Map.of("constant", List.of(), "decay", List.of(Key.real("rate", Range.POSITIVE, ""))),
              "stop",
              Map.of(
                  "",
                  List.of(
                      Key.integer("max-steps", Range.atLeast(0), ""),
                      Key.real("target-loss", Range.NON_NEGATIVE, "").optional())),
              "observe",
              Map.of(
                  "",
                  List.of(
                      Key.texts("tags", ""), Key.components("probes", "probe", "what to watch"))),
              "probe",
              Map.of("loss", List.of(), "angle", List.of(Key.real("power", Range.ANY, "")))),
          settings(
              "model.linear.bias",
              false,
              "model.deep.depth",
              2L,
              "optimiser.gradient-descent.schedule",
              "constant",
              "optimiser.sgd.schedule.kind",
              "decay",
              "optimiser.sgd.schedule.rate",
              0.5,
              "optimiser.sgd.batch-size",
              8L,
              "optimiser.sgd.sampling",
              "epochs",
              "schedule.decay.rate",
              1L,
              "stop.max-steps",
              100L,
              "observe.tags",
              List.of(),
              "observe.probes",
              List.of("loss"),
              "probe.angle.power",
              1L));

  /** A legal trial. */
  public static final Settings BASE =
      settings(
          "model.kind",
          "linear",
          "model.width",
          4L,
          "optimiser.kind",
          "gradient-descent",
          "optimiser.step-size",
          0.1);

  public static final SeedRange ONE = seeds(1);

  private ToySchema() {}

  public static Settings settings(Object... pathsAndValues) {
    Map<String, Object> values = new TreeMap<>();
    for (int i = 0; i < pathsAndValues.length; i += 2) {
      values.put((String) pathsAndValues[i], pathsAndValues[i + 1]);
    }
    return Settings.of(values);
  }

  public static SeedRange seeds(long count) {
    return new SeedRange(0, count, 0, java.util.Set.of("init"));
  }

  public static Axis axis(String path, Object... values) {
    return axisWhen("", path, values);
  }

  public static Axis axisWhen(String onlyWhen, String path, Object... values) {
    List<List<Object>> digits = new ArrayList<>();
    for (Object value : values) {
      digits.add(List.of(value));
    }
    return new Axis(List.of(path), digits, onlyWhen);
  }

  public static Grid grid(Axis... axes) {
    return new Grid(SCHEMA, BASE, List.of(axes), Map.of(), "", ONE);
  }

  public static Grid where(String where, Axis... axes) {
    return new Grid(SCHEMA, BASE, List.of(axes), Map.of(), where, ONE);
  }

  /** All trials by walking over every index: id → index. */
  public static Map<String, Long> ids(Grid grid) {
    Map<String, Long> ids = new LinkedHashMap<>();
    for (long i = 0; i < grid.size(); i++) {
      TrialSpec trial = grid.trial(i);
      if (trial != null && ids.put(trial.id(), i) != null) {
        throw new AssertionError("two trials with id " + trial.id());
      }
    }
    return ids;
  }
}
