package org.basin.cli;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A Slurm of this machine's own: munged, slurmctld and a slurmd for each of its nodes, which share
 * the machine. Its files are in one folder. Closing it ends all of its processes.
 */
final class SlurmCluster implements AutoCloseable {

  private static final Path ROOT = Path.of("").toAbsolutePath();
  private static final List<String> PROGRAMS = List.of("munged", "slurmctld", "slurmd");
  private static final int MINUTES = 20;
  private static final int CORES = 2;
  private static final int MEGABYTES = 6000;

  private final Path folder;
  private final int nodes;
  private final List<Process> processes = new ArrayList<>();

  /** Why there can be no such cluster here, in one line; empty if there can. */
  static String missing() {
    List<String> missing =
        PROGRAMS.stream().filter(program -> !Files.isExecutable(program(program))).toList();
    return missing.isEmpty()
        ? ""
        : "no " + String.join(", ", missing) + " here; apt-get install slurm-wlm munge";
  }

  private static Path program(String name) {
    return Path.of("/usr/sbin", name);
  }

  /**
   * Starts the cluster and waits until its nodes are idle.
   *
   * @param folder an empty folder; its path has letters, digits, {@code / - _} only
   * @param most the number of nodes; there is one if this Slurm cannot run several on a machine
   */
  SlurmCluster(Path folder, int most) throws IOException, InterruptedException {
    this.folder = folder;
    this.nodes =
        output("slurmd", program("slurmd").toString(), "-h").contains("-N node") ? most : 1;
    try {
      munge();
      configure();
      start("slurmctld", "-D");
      for (int n = 1; n <= nodes; n++) {
        Files.createDirectories(folder.resolve("spool/n" + n));
        if (nodes > 1) {
          start("slurmd", "-D", "-N", "n" + n);
        } else {
          start("slurmd", "-D");
        }
      }
      awaitIdle();
    } catch (IOException | InterruptedException | RuntimeException e) {
      close();
      throw e;
    }
  }

  private void munge() throws IOException, InterruptedException {
    byte[] key = new byte[1024];
    new SecureRandom().nextBytes(key);
    Path file = Files.write(folder.resolve("munge.key"), key);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--------"));
    // The socket's folder belongs to this user alone, which munged takes for a mistake.
    start(
        "munged",
        "--foreground",
        "--force",
        "--key-file=" + file,
        "--socket=" + folder.resolve("munge.socket"),
        "--pid-file=" + folder.resolve("munged.pid"),
        "--log-file=" + folder.resolve("munged.log"),
        "--seed-file=" + folder.resolve("munged.seed"));
    for (int tenth = 0; !Files.exists(folder.resolve("munge.socket")); tenth++) {
      if (tenth == 100) {
        throw new IllegalStateException("munged does not answer\n" + logs());
      }
      Thread.sleep(100);
    }
  }

  private void configure() throws IOException, InterruptedException {
    String host = output("hostname", "hostname").strip();
    String user = System.getProperty("user.name");
    List<String> lines =
        new ArrayList<>(
            List.of(
                "ClusterName=soak",
                "SlurmctldHost=" + host + "(127.0.0.1)",
                "SlurmctldPort=" + freePort(),
                "SlurmUser=" + user,
                "SlurmdUser=" + user,
                "AuthType=auth/munge",
                "CredType=cred/munge",
                "AuthInfo=socket=" + folder.resolve("munge.socket"),
                "StateSaveLocation=" + Files.createDirectories(folder.resolve("state")),
                "SlurmdSpoolDir=" + folder.resolve("spool") + "/%n",
                "SlurmctldPidFile=" + folder.resolve("slurmctld.pid"),
                "SlurmdPidFile=" + folder.resolve("slurmd-%n.pid"),
                "ProctrackType=proctrack/linuxproc",
                "TaskPlugin=task/none",
                "SelectType=select/cons_tres",
                "SelectTypeParameters=CR_Core_Memory",
                "SlurmdParameters=config_overrides",
                "ReturnToService=2",
                "MpiDefault=none"));
    for (int n = 1; n <= nodes; n++) {
      lines.add(
          "NodeName=%s NodeHostname=%s NodeAddr=127.0.0.1 Port=%d CPUs=%d RealMemory=%d"
              .formatted(nodes > 1 ? "n" + n : host, host, freePort(), CORES, MEGABYTES));
    }
    lines.add("PartitionName=all Nodes=ALL Default=YES MaxTime=INFINITE State=UP");
    Files.write(folder.resolve("slurm.conf"), lines);
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private void awaitIdle() throws IOException, InterruptedException {
    String idle = "";
    for (int second = 0; second < 60; second++) {
      idle = output("sinfo", "sinfo", "-h", "-t", "idle", "-o", "%D");
      if (idle.strip().equals(Integer.toString(nodes))) {
        return;
      }
      Thread.sleep(1000);
    }
    throw new IllegalStateException("nodes are not idle: " + idle + "\n" + logs());
  }

  /** The number of nodes. */
  int nodes() {
    return nodes;
  }

  /** Submits a job and waits for its end. Returns the job's exit status. */
  int run(Path log, String... args) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("sbatch", "--wait", "--output=" + log));
    command.addAll(List.of(args));
    return end(command, folder.resolve("sbatch.log"));
  }

  /** Submits a job. Returns its number. */
  String submit(Path log, String... args) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("sbatch", "--parsable", "--output=" + log));
    command.addAll(List.of(args));
    return output("sbatch", command.toArray(String[]::new)).strip();
  }

  /** Runs a command of a user, such as salloc, and waits for its end. Returns its exit status. */
  int end(List<String> command, Path log) throws IOException, InterruptedException {
    Process process =
        process(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new IllegalStateException("no end of " + command + "\n" + logs());
    }
    return process.exitValue();
  }

  private String output(String name, String... command) throws IOException, InterruptedException {
    Path log = folder.resolve(name + ".out");
    end(List.of(command), log);
    return Files.readString(log);
  }

  private void start(String program, String... args) throws IOException {
    List<String> command = new ArrayList<>(List.of(program(program).toString()));
    command.addAll(List.of(args));
    Path log = folder.resolve(program + "-" + processes.size() + ".log");
    processes.add(process(command).redirectErrorStream(true).redirectOutput(log.toFile()).start());
  }

  private ProcessBuilder process(List<String> command) {
    ProcessBuilder builder = new ProcessBuilder(command).directory(ROOT.toFile());
    // As a user's shell on the machine from which jobs are submitted.
    builder
        .environment()
        .keySet()
        .removeIf(name -> name.startsWith("SLURM") || name.startsWith("SPARK_"));
    builder.environment().put("SLURM_CONF", folder.resolve("slurm.conf").toString());
    return builder;
  }

  private String logs() throws IOException {
    StringBuilder all = new StringBuilder();
    try (Stream<Path> logs = Files.list(folder)) {
      for (Path log : logs.filter(file -> file.toString().endsWith(".log")).sorted().toList()) {
        all.append(log).append('\n').append(Files.readString(log));
      }
    }
    return all.toString();
  }

  @Override
  public void close() {
    for (int p = processes.size() - 1; p >= 0; p--) {
      Process process = processes.get(p);
      process.destroy();
      process.onExit().orTimeout(1, TimeUnit.MINUTES).join();
    }
    processes.clear();
  }
}
