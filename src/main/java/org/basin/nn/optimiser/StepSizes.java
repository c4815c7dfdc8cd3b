package org.basin.nn.optimiser;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import org.basin.nn.Shape;
import org.basin.nn.schedule.Schedule;
import org.basin.nn.schedule.Schedules;
import org.basin.settings.Key;
import org.basin.settings.Range;
import org.basin.settings.Section;
import org.basin.settings.SpecException;

/**
 * The step sizes of a rule: a common one, the schedule that multiplies it, and step sizes of some
 * layers or tensors. As PyTorch's parameter groups have rates of their own, which a schedule
 * multiplies too.
 *
 * @param path the optimiser's section, for errors
 * @param common η &gt; 0, the step size of every tensor that has none of its own
 * @param own the step sizes by the name of a tensor ({@code layers.0.weight}) or of what holds
 *     tensors ({@code layers.0})
 */
record StepSizes(String path, double common, Schedule schedule, SortedMap<String, Double> own) {

  private static final String COMMON = "step-size";
  private static final String OWN = "step-sizes";

  static final Key COMMON_KEY = Key.real(COMMON, Range.POSITIVE, "η; the schedule multiplies it");

  static final Key OWN_KEY =
      Key.namedReals(
          OWN,
          Range.NON_NEGATIVE,
          "η of a layer or tensor, such as `layers.0 = 0.1`; absent: `step-size`");

  static final Key SCHEDULE_KEY =
      Key.component("schedule", "schedule", "factor on the step size of each update");

  static StepSizes of(Section section) {
    Section schedule = section.section(SCHEDULE_KEY.name());
    return new StepSizes(
        section.path(),
        section.real(COMMON),
        Schedules.CATALOGUE.of(schedule).create(schedule),
        section.namedReals(OWN));
  }

  /** The common step size of update {@code step}, counted from 0. */
  double at(long step) {
    return common * schedule.factor(step);
  }

  /** The step size of a tensor as a multiple of the common one. */
  double scale(Shape tensor) {
    return nameOf(tensor).map(name -> own.get(name) / common).orElse(1.0);
  }

  /** The scale of each tensor. */
  double[] scales(List<Shape> tensors) {
    return tensors.stream().mapToDouble(this::scale).toArray();
  }

  /** The name that has the tensor's step size. The longest is the tensor's own or nearest to it. */
  private Optional<String> nameOf(Shape tensor) {
    return own.keySet().stream()
        .filter(name -> holds(name, tensor))
        .max(Comparator.comparingInt(String::length));
  }

  private static boolean holds(String name, Shape tensor) {
    return tensor.name().equals(name) || tensor.name().startsWith(name + ".");
  }

  /**
   * Checks that each name is one of a tensor or of what holds tensors.
   *
   * @throws SpecException if one is not
   */
  void check(List<Shape> tensors) {
    for (String name : own.keySet()) {
      if (tensors.stream().noneMatch(tensor -> holds(name, tensor))) {
        throw new SpecException(
            path + "." + OWN + "." + name,
            "is of no layer of the model, which has " + String.join(", ", layers(tensors)));
      }
    }
  }

  /** The names of the layers that hold the tensors, in their order. */
  private static Set<String> layers(List<Shape> tensors) {
    Set<String> layers = new LinkedHashSet<>();
    for (Shape tensor : tensors) {
      int dot = tensor.name().lastIndexOf('.');
      layers.add(dot < 0 ? tensor.name() : tensor.name().substring(0, dot));
    }
    return layers;
  }
}
