package org.basin.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.basin.config.ConfigException;
import org.basin.config.SweepReader;
import org.basin.plan.Claim;
import org.basin.plan.Sweep;

/** The sweeps on which a file's claims must fail: the file under the settings of each control. */
final class Controls {

  /** Their folder, below that of the sweep whose claims they are of. */
  private static final String FOLDER = "_controls";

  private Controls() {}

  /** Where the sweeps of controls are kept. */
  static String output(String output, Sweep sweep) {
    return output + (output.endsWith("/") ? "" : "/") + sweep.name() + "/" + FOLDER;
  }

  /**
   * One sweep for each set of settings, with the claims it is the control of.
   *
   * @param reader of sweep files
   * @param file the sweep file
   * @param overrides as given on the command line
   * @param sweep what the file says under them
   * @throws ConfigException if a control's settings are wrong
   */
  static List<Sweep> of(SweepReader reader, Path file, List<String> overrides, Sweep sweep) {
    Map<List<String>, List<Claim>> claims = new LinkedHashMap<>();
    sweep.claims().stream()
        .filter(Claim::hasControl)
        .forEach(c -> claims.computeIfAbsent(c.control(), k -> new ArrayList<>()).add(c));
    List<Sweep> sweeps = new ArrayList<>();
    claims.forEach((control, all) -> sweeps.add(read(reader, file, overrides, control, all)));
    return sweeps;
  }

  private static Sweep read(
      SweepReader reader,
      Path file,
      List<String> overrides,
      List<String> control,
      List<Claim> claims) {
    List<String> settings = new ArrayList<>(overrides);
    settings.addAll(control);
    settings.add("name=\"control-" + hash(String.join("\n", control)) + "\"");
    try {
      return reader.read(file, settings).withClaims(claims);
    } catch (ConfigException e) {
      String claim = claims.get(0).place() + ": control of claim " + claims.get(0).name() + ": ";
      throw new ConfigException(e.problems().stream().map(problem -> claim + problem).toList());
    }
  }

  private static String hash(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] bytes = digest.digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(bytes).substring(0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
