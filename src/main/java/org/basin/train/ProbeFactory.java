package org.basin.train;

import org.basin.data.Data;
import org.basin.nn.Loss;
import org.basin.nn.Model;
import org.basin.plan.Factory;
import org.basin.plan.Section;
import org.basin.plan.SpecException;

/** Makes a kind of probe. */
public interface ProbeFactory extends Factory {

  /**
   * A probe for one lane.
   *
   * @throws SpecException if this model, data or loss does not have what the probe measures
   */
  Probe create(Section section, Model model, Data data, Loss loss);
}
