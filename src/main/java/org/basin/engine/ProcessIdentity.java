package org.basin.engine;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigRenderOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;

/**
 * Tells a process from every other one, of any machine, now and later.
 *
 * @param host the machine's name, for people
 * @param machine see {@link MachineId}; only on one machine do process numbers mean the same
 * @param user who runs it
 * @param pid its number; the system gives it to another process later
 * @param start when it started, by a clock that is never set: tells it from that later process
 */
record ProcessIdentity(String host, String machine, String user, long pid, String start) {

  /** Whether a process runs, as far as this one can see. */
  enum Life {
    ALIVE,
    DEAD,
    /** On another machine or in another container, or hidden from this user. */
    UNKNOWN
  }

  private static final String GONE = "gone";
  private static final String HIDDEN = "hidden";
  private static final boolean HAS_PROC = Files.isReadable(Path.of("/proc/self/stat"));

  /** This process. */
  static ProcessIdentity own() {
    long pid = ProcessHandle.current().pid();
    return new ProcessIdentity(
        Machine.host(), MachineId.own(), System.getProperty("user.name", ""), pid, startOf(pid));
  }

  /** Whether it still runs. */
  Life life() {
    if (!machine.equals(MachineId.own())) {
      return Life.UNKNOWN;
    }
    String found = startOf(pid);
    if (found.equals(HIDDEN)) {
      return Life.UNKNOWN;
    }
    if (found.equals(GONE)) {
      // A system may hide the processes of other users as if there were none.
      return user.equals(System.getProperty("user.name", "")) ? Life.DEAD : Life.UNKNOWN;
    }
    return found.equals(start) ? Life.ALIVE : Life.DEAD;
  }

  /** When process {@code pid} of this machine started; also whether it is gone or hidden. */
  private static String startOf(long pid) {
    if (!HAS_PROC) {
      return ProcessHandle.of(pid)
          .map(process -> process.info().startInstant().map(Instant::toString).orElse(HIDDEN))
          .orElse(GONE);
    }
    // Not ProcessHandle: it computes an instant from the wall clock as it was when the asking JVM
    // started, so that two JVMs disagree once the clock was set. It also takes a killed process for
    // alive as long as its parent does not wait for it, as in many containers.
    try {
      String stat = new String(Files.readAllBytes(Path.of("/proc/" + pid + "/stat")), ISO_8859_1);
      // After the program's name, which may hold anything: fields 3 (state) to 22 (start) and on.
      String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
      return fields[0].equals("Z") || fields[0].equals("X") ? GONE : fields[22 - 3];
    } catch (NoSuchFileException e) {
      return GONE;
    } catch (IOException | IndexOutOfBoundsException e) {
      return HIDDEN;
    }
  }

  /** As one line of JSON, with a {@code token} that no other claim has. */
  String render(String token) {
    return ConfigFactory.parseMap(
            Map.of(
                "host", host, "machine", machine, "user", user, "pid", pid, "start", start, "token",
                token))
        .root()
        .render(ConfigRenderOptions.concise());
  }

  /**
   * Reads what {@link #render} wrote.
   *
   * @throws com.typesafe.config.ConfigException if it is something else, or only a part of it
   */
  static ProcessIdentity parse(String json) {
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
