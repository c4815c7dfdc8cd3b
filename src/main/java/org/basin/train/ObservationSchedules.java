package org.basin.train;

import java.util.List;
import org.basin.settings.Catalogue;

/** The kinds of observation schedule, by the name that a sweep file gives {@code observe.at}. */
public final class ObservationSchedules {

  public static final Catalogue<ObservationScheduleFactory> CATALOGUE =
      Catalogue.of(
          "observe-at",
          "The steps at which probes observe.",
          ObservationScheduleFactory.class,
          List.of(
              new EverySchedule(), new LinearSchedule(), new ListedSchedule(), new LogSchedule()));

  private ObservationSchedules() {}
}
