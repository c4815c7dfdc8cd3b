package org.basin.engine;

import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigRenderOptions;
import org.apache.hadoop.fs.Path;
import org.basin.config.Sweep;
import org.basin.tables.SweepTable;

/** Of which plan and which committed work the published tables are. */
final class Published {

  private Published() {}

  /** Notes that what is published is of {@code sweep} and of all that is committed. */
  static void record(SweepFolder folder, Sweep sweep) {
    folder.write(file(folder), note(folder, sweep));
  }

  /** Whether the tables are of {@code sweep}, but for its claims, and of all that is committed. */
  static boolean isCurrent(SweepFolder folder, Sweep sweep) {
    return folder.exists(file(folder))
        && folder.read(file(folder)).equals(note(folder, sweep))
        && SweepTable.TABLES.stream().allMatch(table -> folder.exists(folder.table(table)));
  }

  private static Path file(SweepFolder folder) {
    return folder.work("published");
  }

  /** Slices are only ever added. */
  private static String note(SweepFolder folder, Sweep sweep) {
    String plan =
        ConfigFactory.parseString(sweep.resolved())
            .withoutPath("sweep.claims")
            .root()
            .render(ConfigRenderOptions.concise());
    return "schema "
        + SweepTable.VERSION
        + ", slices "
        + folder.slices().size()
        + "\n"
        + plan
        + sweep.grid().provenance().text();
  }
}
