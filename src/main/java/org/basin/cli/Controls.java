package org.basin.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.basin.config.ConfigException;
import org.basin.config.SweepReader;
import org.basin.plan.Claim;
import org.basin.plan.Sweep;
import org.basin.settings.ContentHash;

/**
 * The sweeps on which a file's claims must fail. Each is the sweep file with the settings of one
 * control.
 */
final class Controls {

  /** The folder of these sweeps, below the folder of the sweep whose claims they test. */
  private static final String FOLDER = "_controls";

  private Controls() {}

  /** Returns the folder in which the controls of {@code sweep} are stored. */
  static String output(String output, Sweep sweep) {
    return output + (output.endsWith("/") ? "" : "/") + sweep.name() + "/" + FOLDER;
  }

  /**
   * Returns one sweep for each set of control settings, with the claims that this control tests.
   *
   * @param reader the reader of sweep files
   * @param file the sweep file
   * @param variant the variant that the command line chooses; empty if none
   * @param overrides the settings of the command line
   * @param sweep the sweep that the file defines with these settings
   * @throws ConfigException if a control's settings are wrong
   */
  static List<Sweep> of(
      SweepReader reader, Path file, String variant, List<String> overrides, Sweep sweep) {
    Map<List<String>, List<Claim>> claims = new LinkedHashMap<>();
    sweep.claims().stream()
        .filter(Claim::hasControl)
        .forEach(c -> claims.computeIfAbsent(c.control(), k -> new ArrayList<>()).add(c));
    List<Sweep> sweeps = new ArrayList<>();
    claims.forEach(
        (control, all) -> sweeps.add(read(reader, file, variant, overrides, control, all)));
    return sweeps;
  }

  private static Sweep read(
      SweepReader reader,
      Path file,
      String variant,
      List<String> overrides,
      List<String> control,
      List<Claim> claims) {
    List<String> settings = new ArrayList<>(overrides);
    settings.addAll(control);
    settings.add("name=\"control-" + hash(control) + "\"");
    try {
      return reader.read(file, variant, settings).withClaims(claims);
    } catch (ConfigException e) {
      String claim = claims.get(0).place() + ": control of claim " + claims.get(0).name() + ": ";
      throw new ConfigException(e.problems().stream().map(problem -> claim + problem).toList());
    }
  }

  /** Tells a file's controls apart: 8 digits are enough for that. */
  private static String hash(List<String> control) {
    return ContentHash.of(String.join("\n", control)).substring(0, 8);
  }
}
