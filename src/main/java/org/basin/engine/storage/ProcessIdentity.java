package org.basin.engine.storage;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;

/**
 * Distinguishes a process from every other process, on any machine, now and later.
 *
 * @param host the machine's name, for people
 * @param machine the machine's {@link MachineId}; process numbers are unique only within a machine
 * @param user the user who runs the process
 * @param pid the process number, which the system may later give to another process
 * @param start the time when the process started, by a clock that is never set; it distinguishes
 *     the process from a later one with the same number
 */
public record ProcessIdentity(String host, String machine, String user, long pid, String start) {

  /** Whether a process runs, as far as this process can tell. */
  public enum Life {
    ALIVE,
    DEAD,
    /** The process is on another machine or in another container, or hidden from this user. */
    UNKNOWN
  }

  private static final String GONE = "gone";
  private static final String HIDDEN = "hidden";
  private static final boolean HAS_PROC = Files.isReadable(Path.of("/proc/self/stat"));

  /** The identity of this process. */
  public static ProcessIdentity own() {
    long pid = ProcessHandle.current().pid();
    return new ProcessIdentity(
        Machine.host(), MachineId.own(), System.getProperty("user.name", ""), pid, startOf(pid));
  }

  /** Tells whether the process still runs. */
  public Life life() {
    if (!machine.equals(MachineId.own())) {
      return Life.UNKNOWN;
    }
    String found = startOf(pid);
    if (found.equals(HIDDEN)) {
      return Life.UNKNOWN;
    }
    if (found.equals(GONE)) {
      // A system may hide the processes of other users, which then seem not to exist.
      return user.equals(System.getProperty("user.name", "")) ? Life.DEAD : Life.UNKNOWN;
    }
    return found.equals(start) ? Life.ALIVE : Life.DEAD;
  }

  /** The time when process {@code pid} of this machine started, or that it is gone or hidden. */
  private static String startOf(long pid) {
    if (!HAS_PROC) {
      return ProcessHandle.of(pid)
          .map(process -> process.info().startInstant().map(Instant::toString).orElse(HIDDEN))
          .orElse(GONE);
    }
    // ProcessHandle is not used for two reasons. It computes the start from the wall clock as it
    // was
    // when the asking JVM started, so two JVMs disagree after the clock was set. And it takes a
    // killed process for alive until its parent waits for it, as happens in many containers.
    try {
      String stat = new String(Files.readAllBytes(Path.of("/proc/" + pid + "/stat")), ISO_8859_1);
      // The fields after the program's name, which may contain anything: field 3 is the state, 22
      // the start.
      String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
      return fields[0].equals("Z") || fields[0].equals("X") ? GONE : fields[22 - 3];
    } catch (NoSuchFileException e) {
      return GONE;
    } catch (IOException | IndexOutOfBoundsException e) {
      return HIDDEN;
    }
  }

  /** Returns the identity as one line of JSON, with a {@code token} that no other claim has. */
  public String render(String token) {
    return JsonLine.of(
        Map.of(
            "host", host, "machine", machine, "user", user, "pid", pid, "start", start, "token",
            token));
  }

  /**
   * Reads the text that {@link #render} wrote.
   *
   * @throws com.typesafe.config.ConfigException if the text is something else or incomplete
   */
  public static ProcessIdentity parse(String json) {
    Config content = ConfigFactory.parseString(json);
    return new ProcessIdentity(
        content.getString("host"),
        content.getString("machine"),
        content.getString("user"),
        content.getLong("pid"),
        content.getString("start"));
  }

  @Override
  public String toString() {
    return "process " + pid + " on " + host;
  }
}
