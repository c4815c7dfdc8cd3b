package org.basin.chart;

import java.util.List;

/**
 * One of a chart's panels, which share their scales.
 *
 * @param title which trials it shows; empty if it is the only panel
 * @param layers what it shows, the lowest first
 */
public record Panel(String title, List<Layer> layers) {

  public Panel {
    layers = List.copyOf(layers);
  }
}
