package org.basin.engine.figure;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;

/**
 * How figures are drawn. The keys and their defaults stand at {@code basin.plot} in {@code
 * reference.conf}.
 *
 * @param lawPoints the number of points of the line of a scaling law; ≥ 2
 */
record FigureSettings(int lawPoints) {

  FigureSettings {
    if (lawPoints < 2) {
      throw new IllegalArgumentException(
          "basin.plot.law-points is " + lawPoints + ", must be at least 2");
    }
  }

  /** Reads them from {@code reference.conf} and from system properties. */
  static FigureSettings load() {
    Config figure =
        ConfigFactory.load(FigureSettings.class.getClassLoader()).getConfig("basin.plot");
    return new FigureSettings(figure.getInt("law-points"));
  }
}
