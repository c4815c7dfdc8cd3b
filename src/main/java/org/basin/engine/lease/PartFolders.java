package org.basin.engine.lease;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.basin.engine.storage.SweepFolder;
import org.basin.plan.Part;

/**
 * The folders of a sweep's parts. {@code _work/parts/000001.json} says how the sweep is divided,
 * and {@code _work/parts/000001/2of3/} has the leases of a part.
 */
public final class PartFolders {

  private static final Pattern DIVISION = Pattern.compile("(\\d{6,18})");
  private static final Pattern PART = Pattern.compile("(\\d+)of(\\d+)");

  private PartFolders() {}

  /** The folder of all divisions. */
  public static Path all(SweepFolder folder) {
    return folder.work("parts");
  }

  /** The folder of the parts of a division. */
  public static Path division(SweepFolder folder, long number) {
    return new Path(all(folder), String.format(Locale.ROOT, "%06d", number));
  }

  /** The folder of a part. */
  public static Path part(SweepFolder folder, long division, Part part) {
    return new Path(division(folder, division), part.word());
  }

  /** The numbers of the divisions of which a part was ever claimed. */
  public static List<Long> divisions(SweepFolder folder) {
    List<Long> numbers = new ArrayList<>();
    for (FileStatus each : folder.list(all(folder))) {
      Matcher name = DIVISION.matcher(each.getPath().getName());
      if (each.isDirectory() && name.matches()) {
        numbers.add(Long.parseLong(name.group(1)));
      }
    }
    return numbers;
  }

  /** The leases of the parts of a division that were ever claimed. */
  public static List<LeaseFiles> leases(SweepFolder folder, long division) {
    List<LeaseFiles> leases = new ArrayList<>();
    for (FileStatus each : folder.list(division(folder, division))) {
      part(each.getPath()).ifPresent(part -> leases.add(leases(folder, division, part)));
    }
    return leases;
  }

  /**
   * The leases of the parts of all divisions but one.
   *
   * @param division the number of that one; 0 for none
   */
  static List<LeaseFiles> leasesOfOthers(SweepFolder folder, long division) {
    return divisions(folder).stream()
        .filter(number -> number != division)
        .flatMap(number -> leases(folder, number).stream())
        .toList();
  }

  /** The leases of a part. */
  static LeaseFiles leases(SweepFolder folder, long division, Part part) {
    return new LeaseFiles(folder, part(folder, division, part), "part " + part);
  }

  private static Optional<Part> part(Path path) {
    Matcher name = PART.matcher(path.getName());
    return name.matches()
        ? Optional.of(new Part(Integer.parseInt(name.group(1)), Integer.parseInt(name.group(2))))
        : Optional.empty();
  }
}
