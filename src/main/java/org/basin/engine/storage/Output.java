package org.basin.engine.storage;

import java.io.IOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.UnsupportedFileSystemException;

/** Turns the output folder that a user wrote into a path, and checks that it can be reached. */
public final class Output {

  /** Matches the start of a URI. Any other text is a path, whatever characters it contains. */
  private static final Pattern URI =
      Pattern.compile("([A-Za-z][A-Za-z0-9+.-]+):/.*", Pattern.DOTALL);

  /** Matches a URI whose authority has a password. */
  private static final Pattern PASSWORD =
      Pattern.compile("[^/]+://[^/@]*:[^/@]+@.*", Pattern.DOTALL);

  private Output() {}

  /** Whether a text names a folder by a URI, and not by a path of this machine. */
  public static boolean isUri(String output) {
    return URI.matcher(output).matches();
  }

  /**
   * Returns the folder with scheme and authority. The folder need not exist.
   *
   * @param hadoop knows the file systems
   * @throws EngineException if the text cannot name a folder
   * @throws MachineException if the file system does not answer
   */
  public static Path of(Configuration hadoop, String output) {
    if (PASSWORD.matcher(output).matches()) {
      // It would stand in tables, logs and commands. Hadoop has given up to read it from there.
      throw new EngineException(
          "the URI of --output has a password in it; give it in a file of Hadoop's settings, or by"
              + " --properties-file");
    }
    try {
      Matcher uri = URI.matcher(output);
      Path path = uri.matches() ? new Path(output) : new Path(null, null, output);
      if (!uri.matches() || uri.group(1).equals("file")) {
        FileSystem files = path.getFileSystem(hadoop);
        if (files.getUri().getScheme().equals("file")) {
          return files.makeQualified(path);
        }
      }
      return answered(hadoop, path);
    } catch (IOException | IllegalArgumentException e) {
      throw failed(output, e);
    }
  }

  /**
   * Asks the file system once, with a time limit. Otherwise it would first be asked after the
   * training, and might never answer.
   */
  private static Path answered(Configuration hadoop, Path path) {
    double seconds = EngineSettings.load().reachSeconds();
    FutureTask<Path> question =
        new FutureTask<>(
            () -> {
              FileSystem files = path.getFileSystem(hadoop);
              Path qualified = files.makeQualified(path);
              var unused = files.exists(qualified);
              return qualified;
            });
    Thread thread = new Thread(question, "basin-reach");
    thread.setDaemon(true);
    thread.start();
    try {
      return question.get((long) (seconds * 1000), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      question.cancel(true);
      throw new MachineException(
          "cannot reach " + path + ": no answer for " + Math.round(seconds) + " s", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new MachineException("interrupted while asking for " + path, e);
    } catch (ExecutionException e) {
      throw failed(path.toString(), e.getCause());
    }
  }

  private static EngineException failed(String output, Throwable failure) {
    Throwable root = Causes.root(failure);
    String why = Causes.line(root);
    if (failure instanceof UnsupportedFileSystemException
        || root instanceof ClassNotFoundException) {
      return new EngineException(
          "output "
              + output
              + ": no such file system is known here ("
              + why
              + "); is a jar missing?",
          failure);
    }
    if (root instanceof IOException) {
      String name = root.getClass().getSimpleName();
      return new MachineException("cannot reach " + output + ": " + name + ": " + why, failure);
    }
    return new EngineException("output \"" + output + "\" names no folder: " + why, failure);
  }
}
