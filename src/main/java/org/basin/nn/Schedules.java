package org.basin.nn;

import java.util.List;
import org.basin.plan.Catalogue;

/** The kinds of step-size schedule. */
public final class Schedules {

  public static final Catalogue<ScheduleFactory> CATALOGUE =
      Catalogue.of(
          "schedule",
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
