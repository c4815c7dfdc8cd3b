package org.basin.cli.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.basin.engine.health.HealthSettings;
import org.basin.train.Footprint;

/** Folders that Basin writes to: whether it can, how much room is left, what they allow. */
public final class DiskCheck {
  private static final Path MOUNTS = Path.of("/proc/self/mounts");
  private static final String OUTPUT = "output";
  private static final String TEMPORARY = "temporary files";

  private DiskCheck() {}

  /**
   * Looks at the folder of results and that of temporary files.
   *
   * @param output the first; null if it is not of this machine's file system
   */
  public static List<Finding> all(Path output, HealthSettings settings) {
    List<Finding> findings = new ArrayList<>();
    if (output != null) {
      findings.add(output(output, settings));
    }
    findings.add(
        temporary(
            Path.of(System.getProperty("java.io.tmpdir")),
            isWithoutPrograms(Path.of(System.getProperty("java.io.tmpdir"))),
            settings));
    return findings;
  }

  static Finding output(Path output, HealthSettings settings) {
    Path there = output.toAbsolutePath();
    while (there != null && !Files.exists(there)) {
      there = there.getParent();
    }
    String fix = "give another folder by --output";
    if (there == null || !Files.isDirectory(there)) {
      return Finding.problem(OUTPUT, output + " cannot be made: " + there + " is no folder", fix);
    }
    Finding room = room(OUTPUT, output, there, fix, settings);
    if (room.level() == Finding.Level.OK && !allowsLinks(there)) {
      return Finding.warning(
          OUTPUT,
          room.found() + "; the file system has no symbolic links",
          "tables are published one after the other instead of at once; nothing need be done");
    }
    return room;
  }

  /**
   * Judges the folder of temporary files.
   *
   * @param isWithoutPrograms whether nothing in it may be executed, which the matrix library's file
   *     must be
   */
  static Finding temporary(Path folder, boolean isWithoutPrograms, HealthSettings settings) {
    String fix = "give another one: --driver-java-options -Djava.io.tmpdir=DIR";
    if (!Files.isDirectory(folder)) {
      return Finding.problem(TEMPORARY, folder + " is no folder", fix);
    }
    if (isWithoutPrograms) {
      return Finding.problem(
          TEMPORARY, folder + " is mounted noexec, so no library can be loaded from it", fix);
    }
    return room(TEMPORARY, folder, folder, fix, settings);
  }

  private static Finding room(
      String subject, Path named, Path there, String fix, HealthSettings settings) {
    try {
      Path file = Files.createTempFile(there, ".basin-doctor", "");
      Files.write(file, new byte[] {1});
      Files.delete(file);
      long free = Files.getFileStore(there).getUsableSpace();
      String found = named + " is writable, " + Footprint.text((double) free) + " free";
      return free < settings.freeSpace()
          ? Finding.warning(subject, found, "make room on the disk, or " + fix)
          : Finding.ok(subject, found);
    } catch (IOException e) {
      return Finding.problem(
          subject, named + " is not writable (" + e.getClass().getSimpleName() + ")", fix);
    }
  }

  private static boolean allowsLinks(Path folder) {
    Path link = folder.resolve(".basin-doctor-link-" + ProcessHandle.current().pid());
    try {
      Files.createSymbolicLink(link, folder);
      Files.delete(link);
      return true;
    } catch (IOException | UnsupportedOperationException e) {
      return false;
    }
  }

  /** Whether the file system below a folder is mounted with the option {@code noexec}. */
  private static boolean isWithoutPrograms(Path folder) {
    try {
      return Files.isReadable(MOUNTS)
          && isWithoutPrograms(folder.toRealPath(), Files.readAllLines(MOUNTS));
    } catch (IOException e) {
      return false; // Loading the library tells.
    }
  }

  /**
   * Whether the last mount that holds {@code folder} forbids programs.
   *
   * @param mounts lines of the form {@code device folder type options}
   */
  static boolean isWithoutPrograms(Path folder, List<String> mounts) {
    int longest = -1;
    boolean isForbidden = false;
    for (String line : mounts) {
      String[] words = line.split(" ", -1);
      Path mount = words.length < 4 ? null : Path.of(words[1].replace("\\040", " "));
      if (mount != null && folder.startsWith(mount) && mount.getNameCount() >= longest) {
        longest = mount.getNameCount();
        isForbidden = List.of(words[3].split(",", -1)).contains("noexec");
      }
    }
    return isForbidden;
  }
}
