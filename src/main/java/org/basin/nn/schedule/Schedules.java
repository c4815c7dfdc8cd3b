package org.basin.nn.schedule;

import java.util.List;
import org.basin.settings.Catalogue;

/** The kinds of step-size schedule. */
public final class Schedules {

  public static final Catalogue<ScheduleFactory> CATALOGUE =
      Catalogue.of(
          "schedule",
          "The factor on an optimiser's step size at each update.",
          ScheduleFactory.class,
          List.of(
              new ConstantSchedule(),
              new CosineSchedule(),
              new ExponentialSchedule(),
              new InverseSchedule(),
              new MultiStepSchedule(),
              new PolynomialSchedule(),
              new StepSchedule(),
              new WarmUpSchedule()));

  private Schedules() {}
}
