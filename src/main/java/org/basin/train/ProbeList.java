package org.basin.train;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.basin.data.Data;
import org.basin.nn.Loss;
import org.basin.nn.Model;
import org.basin.probe.Probe;
import org.basin.probe.general.Probes;
import org.basin.settings.Section;
import org.basin.settings.Settings;
import org.basin.settings.SpecException;

/** Makes the probes of a trial. No two of them may record the same observable. */
final class ProbeList {

  private ProbeList() {}

  /**
   * Makes the probes.
   *
   * @param observe the section of the trial that lists the probes under {@code probes}
   * @throws SpecException if a probe cannot be made, if two have equal settings, or if two record
   *     the same observable
   */
  static List<Probe> of(Section observe, Model model, Data data, Loss loss) {
    List<Probe> made = new ArrayList<>();
    Set<Settings> listed = new HashSet<>();
    Set<String> seen = new TreeSet<>();
    for (Section section : observe.sections("probes")) {
      Probe probe = Probes.CATALOGUE.of(section).create(section, model, data, loss);
      for (String scalar : probe.scalars()) {
        if (!seen.add(scalar)) {
          throw new SpecException(section.path(), "records " + scalar + ", which another does too");
        }
      }
      if (!listed.add(section.settings())) {
        throw new SpecException(section.path(), "is " + section.kind() + ", listed twice alike");
      }
      made.add(probe);
    }
    return List.copyOf(made);
  }
}
