package org.basin.probe;

import java.util.List;
import org.basin.data.Data;
import org.basin.nn.Loss;
import org.basin.nn.Model;
import org.basin.settings.Factory;
import org.basin.settings.Section;
import org.basin.settings.SpecException;

/** Makes a kind of probe. */
public interface ProbeFactory extends Factory {

  /** What such a probe records: every name that it may give to a recorder. */
  List<Observable> observables();

  /**
   * Makes a probe for one lane.
   *
   * @throws SpecException if this model, data or loss does not have what the probe measures
   */
  Probe create(Section section, Model model, Data data, Loss loss);
}
