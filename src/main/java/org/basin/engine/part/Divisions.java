package org.basin.engine.part;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hadoop.fs.Path;
import org.basin.engine.lease.Lease;
import org.basin.engine.lease.PartFolders;
import org.basin.engine.storage.EngineException;
import org.basin.engine.storage.EngineSettings;
import org.basin.engine.storage.ExclusiveFile;
import org.basin.engine.storage.ProcessIdentity;
import org.basin.engine.storage.SweepFolder;
import org.basin.plan.Part;

/**
 * The divisions of a sweep into parts. The latest one counts. A part of another plan does not begin
 * before the latest division has ended: each of its parts is finished, or the whole sweep was run
 * or completely aggregated after it.
 */
public final class Divisions {

  private static final Pattern FILE = Pattern.compile("(\\d{6,18})\\.json");
  private static final String FINISHED = "finished";
  private static final String ENDED = "ended";

  private final SweepFolder folder;
  private final EngineSettings settings;
  private final ProcessIdentity self;

  public Divisions(SweepFolder folder, EngineSettings settings) {
    this(folder, settings, ProcessIdentity.own());
  }

  /** Takes parts under another identity, for tests. */
  public Divisions(SweepFolder folder, EngineSettings settings, ProcessIdentity self) {
    this.folder = folder;
    this.settings = settings;
    this.self = self;
  }

  /**
   * A part that this process holds.
   *
   * @param lease the right to train it
   * @param division its division
   */
  public record Held(Lease lease, Division division) {}

  /** The latest division; empty if there is none, or it is damaged. */
  public Optional<Division> current() {
    long number = highest();
    return number == 0 ? Optional.empty() : numbered(number);
  }

  /** The division with this number; empty if it is damaged. */
  Optional<Division> numbered(long number) {
    return Division.parse(number, folder.read(file(number)));
  }

  /** The latest division, unless the whole sweep was run or aggregated after it. */
  public Optional<Division> open() {
    return current().filter(latest -> !folder.exists(ended(latest)));
  }

  /**
   * Takes a part, of the latest division if it is divided so, otherwise of a new one.
   *
   * @param cuts where a new division is cut; see {@link Division}
   * @param givesUp whether unfinished parts of another plan may be given up
   * @param differences lists how the plan differs from that of a recorded configuration
   * @throws EngineException if the part, the whole sweep, or a part of another division is held by
   *     a process that is alive, or unfinished parts are of another plan
   */
  public Held take(
      Part part,
      Division.Plan plan,
      Supplier<List<Long>> cuts,
      boolean givesUp,
      Function<String, List<String>> differences) {
    while (true) {
      long number = highest();
      Optional<Division> latest = current();
      if (latest.isPresent() && !latest.get().fits(part, plan)) {
        requireReplaceable(latest.get(), part, plan, givesUp, differences);
        latest = Optional.empty();
      }
      if (latest.isEmpty()) {
        Division next = new Division(number + 1, plan, cuts.get());
        ExclusiveFile.create(folder, file(next.number()), next.json());
        continue; // Another process may have been quicker, with another division.
      }
      Lease lease = Lease.takePart(folder, settings, latest.get().number(), part, self);
      if (highest() == latest.get().number()) {
        return new Held(lease, latest.get());
      }
      lease.close(); // A newer division appeared before the part was claimed.
    }
  }

  private void requireReplaceable(
      Division latest,
      Part part,
      Division.Plan plan,
      boolean givesUp,
      Function<String, List<String>> differences) {
    boolean isSame = latest.plan().isSame(plan);
    if (Lease.isDivisionHeld(folder, settings, latest.number())) {
      throw new EngineException(
          "sweep "
              + folder.sweep()
              + " is being trained in "
              + latest.count()
              + (latest.count() == 1 ? " part" : " parts")
              + (isSame ? "" : " of another plan")
              + "; part "
              + part
              + " must wait for their end"
              + difference(latest, plan, isSame, differences));
    }
    if (!isSame && !givesUp && !isEnded(latest)) {
      long left = latest.parts().stream().filter(each -> !isFinished(latest, each)).count();
      throw new EngineException(
          left
              + " of "
              + latest.count()
              + " parts of sweep "
              + folder.sweep()
              + " are not finished, and are of another plan"
              + difference(latest, plan, false, differences)
              + "\nTrain them with their own plan; --replace gives them up, and keeps what they"
              + " trained");
    }
  }

  private static String difference(
      Division latest,
      Division.Plan plan,
      boolean isSame,
      Function<String, List<String>> differences) {
    if (isSame) {
      return "";
    }
    if (latest.plan().semantics() != plan.semantics()) {
      return ": semantics version " + latest.plan().semantics() + ", now " + plan.semantics();
    }
    List<String> lines = differences.apply(latest.plan().configuration());
    return lines.isEmpty()
        ? ": files or components that trials read have changed"
        : "\n  " + String.join("\n  ", lines);
  }

  /** Whether all trials of a part were trained once. */
  public boolean isFinished(Division division, Part part) {
    return folder.exists(finished(division, part));
  }

  /** Whether nothing is left of a division. */
  boolean isEnded(Division division) {
    return folder.exists(ended(division))
        || division.parts().stream().allMatch(part -> isFinished(division, part));
  }

  /** Records that a part is finished. The caller must hold the part. */
  public void finish(Division division, Part part) {
    folder.write(finished(division, part), "");
  }

  /**
   * Records that nothing is left of the latest division, and deletes what earlier ones left. The
   * caller must hold the whole sweep.
   */
  public void end() {
    current()
        .ifPresent(
            latest -> {
              folder.write(ended(latest), "");
              for (long number : PartFolders.divisions(folder)) {
                if (number < latest.number()) {
                  folder.delete(PartFolders.division(folder, number));
                }
              }
            });
  }

  private Path finished(Division division, Part part) {
    return new Path(PartFolders.part(folder, division.number(), part), FINISHED);
  }

  private Path ended(Division division) {
    return new Path(PartFolders.division(folder, division.number()), ENDED);
  }

  private Path file(long number) {
    Path parts = PartFolders.division(folder, number);
    return new Path(parts.getParent(), parts.getName() + ".json");
  }

  private long highest() {
    return folder.list(PartFolders.all(folder)).stream()
        .map(file -> FILE.matcher(file.getPath().getName()))
        .filter(Matcher::matches)
        .mapToLong(name -> Long.parseLong(name.group(1)))
        .max()
        .orElse(0);
  }
}
