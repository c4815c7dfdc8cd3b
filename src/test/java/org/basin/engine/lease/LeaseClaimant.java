package org.basin.engine.lease;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import org.apache.hadoop.conf.Configuration;
import org.basin.engine.storage.EngineException;
import org.basin.engine.storage.EngineSettings;
import org.basin.engine.storage.SweepFolder;

/**
 * A process that claims leases on request. For each line "FOLDER INSTANT" of standard input, it
 * waits for the instant, claims the lease of the sweep {@code s} in the folder, and prints "held"
 * or "refused". At the next line it releases the lease and prints "released".
 */
final class LeaseClaimant {

  private LeaseClaimant() {}

  public static void main(String[] args) throws IOException {
    EngineSettings settings = EngineSettings.load();
    Configuration hadoop = new Configuration();
    BufferedReader in = new BufferedReader(new InputStreamReader(System.in, UTF_8));
    System.out.println("ready");
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      String[] words = line.split(" ", -1);
      SweepFolder folder = SweepFolder.of(hadoop, words[0], "s");
      long instant = Long.parseLong(words[1]);
      while (System.currentTimeMillis() < instant) {
        Thread.onSpinWait();
      }
      Lease lease = null;
      try {
        lease = Lease.take(folder, settings);
        lease.check();
        System.out.println("held");
      } catch (EngineException e) {
        System.out.println("refused: " + e.getMessage());
      }
      in.readLine();
      if (lease != null) {
        lease.check();
        lease.close();
      }
      System.out.println("released");
    }
  }
}
