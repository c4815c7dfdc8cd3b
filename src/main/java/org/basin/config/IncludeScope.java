package org.basin.config;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Decides what a sweep file may include: files below its folder, resources of the class path, and
 * what the command line allows besides. It also counts the included sources.
 */
final class IncludeScope {

  private static final Set<String> SCHEMES = Set.of("http", "https");

  private final Path folder;
  private final List<String> allowed;
  private final Limits limits;
  private int included;

  /**
   * Makes the scope of one reading.
   *
   * @param file the sweep file; if it is a symbolic link, includes are looked up beside the link
   * @param allowed paths of files and folders, and addresses; they and everything below them may be
   *     included
   */
  IncludeScope(Path file, List<String> allowed, Limits limits) {
    this.folder = file.toAbsolutePath().normalize().getParent();
    this.allowed = List.copyOf(allowed);
    this.limits = limits;
  }

  Limits limits() {
    return limits;
  }

  /** Parses {@code what} as an address; null if it is not one. */
  static Source url(String what) {
    try {
      URI uri = new URI(what);
      if ("file".equalsIgnoreCase(uri.getScheme()) && uri.getPath() != null) {
        return Source.InFile.of(Path.of(uri.getPath()));
      }
      return new Source.AtUrl(uri);
    } catch (URISyntaxException | InvalidPathException e) {
      return null;
    }
  }

  /** Counts another include at the given depth. Returns why it is too many, or empty text. */
  String count(int depth) {
    included++;
    if (depth > limits.includeDepth()) {
      return Limits.beyond(limits.includeDepth(), "includes around it", "include-depth");
    }
    return included > limits.includes()
        ? Limits.beyond(limits.includes(), "includes before it", "includes")
        : "";
  }

  /** Returns why {@code source} may not be included and what would be right; empty if it may. */
  String refusal(Source source) {
    if (source instanceof Source.InFile file) {
      return file(file.path());
    }
    if (source instanceof Source.OnClassPath resource) {
      return List.of(resource.resource().split("[/\\\\]", -1)).contains("..")
          ? "leads out of the class path"
          : "";
    }
    URI address = ((Source.AtUrl) source).address();
    if (allowed.stream().anyMatch(prefix -> isBelow(address, prefix))) {
      return "";
    }
    return "is on a network; include a file below the sweep file's folder, or allow it with"
        + " --allow-include "
        + address;
  }

  private String file(Path path) {
    Path real = real(path);
    if (real.startsWith(real(folder))
        || allowed.stream().anyMatch(prefix -> isBelow(real, prefix))) {
      return "";
    }
    return "leads to "
        + real
        + ", must lead to a file below "
        + Place.shorten(folder)
        + "/, or be allowed with --allow-include "
        + real;
  }

  /** Returns the path without symbolic links, as far as it exists. */
  private static Path real(Path path) {
    try {
      return path.toRealPath();
    } catch (IOException e) {
      Path parent = path.getParent();
      boolean resolvable = parent != null && Files.exists(parent) && path.getFileName() != null;
      return resolvable ? real(parent).resolve(path.getFileName()) : path.normalize();
    }
  }

  private static boolean isBelow(Path real, String prefix) {
    try {
      return !prefix.contains("://") && real.startsWith(real(Path.of(prefix).toAbsolutePath()));
    } catch (InvalidPathException e) {
      return false;
    }
  }

  private static boolean isBelow(URI address, String prefix) {
    try {
      URI allowed = new URI(prefix).normalize();
      URI asked = address.normalize();
      String path = String.valueOf(asked.getRawPath());
      String above = String.valueOf(allowed.getRawPath());
      return asked.getScheme() != null
          && SCHEMES.contains(asked.getScheme().toLowerCase(Locale.ROOT))
          && asked.getScheme().equalsIgnoreCase(allowed.getScheme())
          && asked.getRawAuthority() != null
          && asked.getRawAuthority().equalsIgnoreCase(allowed.getRawAuthority())
          && !path.contains("..")
          && !path.toLowerCase(Locale.ROOT).contains("%2e")
          && (path.equals(above) || path.startsWith(above.endsWith("/") ? above : above + "/"));
    } catch (URISyntaxException e) {
      return false;
    }
  }
}
