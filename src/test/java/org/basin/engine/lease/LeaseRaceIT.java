package org.basin.engine.lease;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.basin.engine.storage.ProcessIdentity;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Three processes claim a lease at the same time, again and again. Each time, exactly one of them
 * holds it. {@link LeaseRaceSoak} does so more often.
 */
class LeaseRaceIT {

  private static final int CLAIMANTS = 3;

  @TempDir Path output;
  private final List<Claimant> claimants = new ArrayList<>();
  private long deadProcess;

  private record Claimant(Process process, PrintWriter to, BufferedReader from) {

    static Claimant start() throws IOException {
      Process process =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-Xmx64m",
                  "-XX:TieredStopAtLevel=1",
                  "-cp",
                  System.getProperty("java.class.path"),
                  LeaseClaimant.class.getName())
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      return new Claimant(
          process,
          new PrintWriter(process.getOutputStream(), true, UTF_8),
          new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8)));
    }

    String answer() {
      try {
        return String.valueOf(from.readLine());
      } catch (IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
    }
  }

  @BeforeEach
  void startClaimants() throws Exception {
    for (int i = 0; i < CLAIMANTS; i++) {
      claimants.add(Claimant.start());
    }
    for (Claimant claimant : claimants) {
      assertThat(claimant.answer()).isEqualTo("ready");
    }
    Process gone = new ProcessBuilder("true").start();
    gone.waitFor();
    deadProcess = gone.pid();
  }

  @AfterEach
  void endClaimants() {
    claimants.forEach(claimant -> claimant.process().destroyForcibly());
  }

  /**
   * Returns a folder that was never used, one whose holder is dead, or one whose last holder has
   * ended.
   */
  private Path folder(int round) throws IOException {
    Path folder = output.resolve("round" + round);
    Path work = Files.createDirectories(folder.resolve("s/_work"));
    if (round % 3 > 0) {
      ProcessIdentity own = ProcessIdentity.own();
      ProcessIdentity dead =
          new ProcessIdentity(own.host(), own.machine(), own.user(), deadProcess, "1");
      Files.writeString(work.resolve("lease-000007.json"), dead.render("dead"));
    }
    if (round % 3 == 2) {
      Files.writeString(work.resolve("lease-000007.released"), "");
    }
    return folder;
  }

  /** How often they claim one. */
  int rounds() {
    return 99;
  }

  @Test
  void ofClaimantsAtOnce_exactlyOneHolds() throws IOException {
    int[] holders = new int[rounds()];
    for (int round = 0; round < holders.length; round++) {
      Path folder = folder(round);
      long instant = System.currentTimeMillis() + 5;
      claimants.forEach(claimant -> claimant.to().println(folder + " " + instant));
      List<String> answers = claimants.stream().map(Claimant::answer).toList();
      holders[round] = (int) answers.stream().filter("held"::equals).count();
      assertThat(answers)
          .allMatch(
              a -> a.equals("held") || a.startsWith("refused: sweep s is in use by process "));
      claimants.forEach(claimant -> claimant.to().println("release"));
      assertThat(claimants.stream().map(Claimant::answer)).containsOnly("released");
    }
    assertThat(IntStream.of(holders).filter(held -> held != 1)).isEmpty();
  }
}
