package org.basin.cli.shell;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.CopyOption;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.basin.cli.text.ResultFormat;
import org.basin.engine.ParquetExport;
import org.basin.settings.Nearest;

/**
 * A request to write the result of the last query into a file on this machine: {@code \export csv
 * FILE}. The file stands there whole or not at all.
 *
 * @param format one of {@link #FORMATS}
 * @param file where the result goes
 * @param replaces whether a file that stands there is replaced
 */
record Export(String format, Path file, boolean replaces) {
  static final List<String> FORMATS = List.of("csv", "parquet", "json");
  static final String REPLACE = "--replace";

  private static final String USE = "\\export [--replace] csv|parquet|json FILE";

  /**
   * Reads what stands after {@code \export}.
   *
   * @param home the folder that {@code ~} stands for
   */
  static Export of(String arguments, Path home) {
    boolean replaces = arguments.matches("(?s)" + REPLACE + "\\s.*");
    String rest = replaces ? arguments.substring(REPLACE.length()).strip() : arguments;
    String[] words = rest.split("\\s+", 2);
    String format = words[0].toLowerCase(Locale.ROOT);
    if (!FORMATS.contains(format) && !format.isEmpty()) {
      throw new ShellException(
          words[0] + " is no format; " + Nearest.hint(format, FORMATS) + " " + USE);
    }
    if (words.length < 2) {
      throw new ShellException("which format and which file? " + USE);
    }
    String name = words[1].replaceFirst("^(['\"])(.*)\\1$", "$2");
    try {
      Path file =
          name.startsWith("~/") ? home.resolve(name.substring(2)) : Path.of(name).toAbsolutePath();
      return new Export(format, file.normalize(), replaces);
    } catch (InvalidPathException e) {
      throw new ShellException(name + " is no name of a file", e);
    }
  }

  /**
   * Throws if the file cannot be written, before anything is computed.
   *
   * @param forbidden folders into which a shell does not write
   */
  void check(List<Path> forbidden) {
    if (Files.isDirectory(file)) {
      throw new ShellException(file + " is a folder; name a file in it");
    }
    Path folder = file.getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      throw new ShellException("there is no folder " + folder + "; make it first");
    }
    for (Path sweep : forbidden) {
      if (real(folder).startsWith(real(sweep))) {
        throw new ShellException(
            file + " would stand in the folder of a sweep, which a shell only reads");
      }
    }
    if (Files.exists(file) && !replaces) {
      throw exists();
    }
  }

  private static Path real(Path path) {
    try {
      return path.toRealPath();
    } catch (IOException e) {
      return path.toAbsolutePath().normalize();
    }
  }

  private ShellException exists() {
    return new ShellException(file + " exists; \\export --replace … replaces it");
  }

  /** Writes {@code result}. */
  void write(Dataset<Row> result, Cancellation cancellation) throws IOException {
    Path fresh = file.resolveSibling("." + file.getFileName() + "-" + UUID.randomUUID());
    try {
      if (format.equals("parquet")) {
        checkNames(result.columns());
        ParquetExport.write(result, fresh, cancellation::isCancelled);
      } else {
        writeText(result, fresh);
      }
      if (!cancellation.isCancelled()) {
        CopyOption[] options =
            replaces ? new CopyOption[] {StandardCopyOption.REPLACE_EXISTING} : new CopyOption[0];
        Files.move(fresh, file, options);
      }
    } catch (FileAlreadyExistsException e) {
      throw exists(); // Another process made it meanwhile.
    } finally {
      Files.deleteIfExists(fresh);
    }
  }

  private void writeText(Dataset<Row> result, Path fresh) throws IOException {
    ResultFormat lines = format.equals("csv") ? ResultFormat.CSV : ResultFormat.JSON;
    try (BufferedWriter text = Files.newBufferedWriter(fresh, UTF_8);
        PrintWriter out = new PrintWriter(text)) {
      lines.print(result, out);
      if (out.checkError()) {
        throw new IOException("cannot write " + file);
      }
    }
  }

  private static void checkNames(String[] columns) {
    Set<String> seen = new HashSet<>();
    Arrays.stream(columns)
        .filter(name -> !seen.add(name.toLowerCase(Locale.ROOT)))
        .findFirst()
        .ifPresent(
            twice -> {
              throw new ShellException(
                  "two columns are named "
                      + twice
                      + ", which Parquet forbids; name one anew by AS");
            });
  }
}
