package org.basin.config;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.basin.plan.FileUse;
import org.basin.plan.Grid;
import org.basin.settings.Provenance;
import org.basin.settings.SpecException;
import org.basin.train.TrialSchema;

/**
 * Finds what a sweep's trials depend on besides their settings: the content of files and the code
 * of other jars.
 */
final class ContentHashes {

  private ContentHashes() {}

  /**
   * Hashes every file that a setting names, and reports those that cannot be read.
   *
   * @param trial the trial section, from which messages take the places of settings
   */
  static Provenance find(Reading reading, FlatSettings trial, List<AxisDraft> axes, Grid grid) {
    Map<String, String> files = new TreeMap<>();
    for (FileUse use : grid.files()) {
      try {
        files.put(use.file().name(), use.hash());
      } catch (SpecException e) {
        reading.values().add(place(use, trial, axes), "trial." + e.getMessage());
      }
    }
    reading.values().throwIfAny();
    return Provenance.of(files, TrialSchema.identities(grid.kinds()));
  }

  private static Place place(FileUse use, FlatSettings trial, List<AxisDraft> axes) {
    String path = use.setting().replaceFirst("\\[.*", "");
    for (AxisDraft axis : axes) {
      int column = axis.paths().indexOf(path);
      for (int i = 0; column >= 0 && i < axis.size(); i++) {
        if (use.file().name().equals(axis.values().get(i).get(column))) {
          return axis.places().get(i);
        }
      }
      if (column >= 0 && !trial.isWritten(path)) {
        return axis.place();
      }
    }
    return trial.place(use.setting());
  }
}
