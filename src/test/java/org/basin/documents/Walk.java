package org.basin.documents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Follows a page as a reader does, from a folder that holds {@code conf}, {@code examples} and
 * {@code submit/basin} and nothing that any run left. Each block in {@code sh} is run, and the
 * block of output that follows is compared with what it printed. A block in {@code hocon} is
 * written to the file that the sentence before it names, in one of three ways: <i>Save this as
 * `FILE`</i>; <i>Add this to `FILE`, before the last brace</i>; <i>In `FILE`, replace the line that
 * begins with `WORD` by this</i>.
 */
final class Walk {

  private static final int MINUTES = 10;
  private static final Pattern SAVE = Pattern.compile("Save this as `([^`]+)`");
  private static final Pattern ADD =
      Pattern.compile("Add this to `([^`]+)`, before the last brace");
  private static final Pattern REPLACE =
      Pattern.compile("In `([^`]+)`, replace the line that begins with `([^`]+)` by this");

  private final Path folder;
  private final List<String> differences = new ArrayList<>();
  private final Map<Block, String> printed = new LinkedHashMap<>();

  /** Prepares {@code folder}, which is empty. */
  Walk(Path folder) throws IOException {
    this.folder = folder;
    copy(Path.of("conf"));
    copy(Path.of("examples"));
    Files.createDirectories(folder.resolve("submit"));
    Files.createSymbolicLink(
        folder.resolve("submit/basin"), Path.of("submit/basin").toAbsolutePath());
  }

  /**
   * Follows the page to its end.
   *
   * @param isLeftOut which blocks in {@code sh} are not run
   * @return where the page shows another output than was printed, each in full; where a command
   *     failed, too
   */
  List<String> follow(Page page, Predicate<Block> isLeftOut) throws Exception {
    List<Block> blocks = page.blocks();
    for (int at = 0; at < blocks.size(); at++) {
      Block block = blocks.get(at);
      if (block.is("hocon")) {
        edit(block);
      } else if (block.is("sh") && !isLeftOut.test(block)) {
        boolean isShown = at + 1 < blocks.size() && isOutput(blocks.get(at + 1));
        run(block, isShown ? Optional.of(blocks.get(at + 1)) : Optional.empty());
      }
    }
    return differences;
  }

  /** Returns what was printed where the page shows something else, by the block that shows it. */
  Map<Block, String> printed() {
    return printed;
  }

  private static boolean isOutput(Block block) {
    return block.is("") || block.is("text");
  }

  private void run(Block block, Optional<Block> shown) throws IOException, InterruptedException {
    Path out = folder.resolve("walk.out");
    Path err = folder.resolve("walk.err");
    ProcessBuilder builder =
        new ProcessBuilder("bash", "-e", "-c", block.text())
            .directory(folder.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    // A Spark of the developer's own would be another program under test.
    builder.environment().keySet().removeIf(name -> name.startsWith("SPARK_"));
    builder.environment().put("SPARK_DRIVER_MEMORY", "1g");
    Process process = builder.start();
    if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new IllegalStateException(block.place() + ": no end after " + MINUTES + " minutes");
    }
    String text = Files.readString(out);
    if (process.exitValue() != 0) {
      differences.add(block.place() + " failed: " + text + Files.readString(err));
    } else if (shown.isPresent() && !ShownOutput.isOf(shown.get().text(), text)) {
      String page = shown.get().text();
      differences.add(block.place() + " printed\n" + text + "where the page shows\n" + page);
      printed.put(shown.get(), text);
    }
  }

  private void edit(Block block) throws IOException {
    Matcher save = SAVE.matcher(block.before());
    Matcher add = ADD.matcher(block.before());
    Matcher replace = REPLACE.matcher(block.before());
    if (save.find()) {
      Files.writeString(folder.resolve(save.group(1)), block.text());
    } else if (add.find()) {
      Path file = folder.resolve(add.group(1));
      String before = Files.readString(file);
      int brace = before.lastIndexOf('}');
      Files.writeString(file, before.substring(0, brace) + block.text() + before.substring(brace));
    } else if (replace.find()) {
      Path file = folder.resolve(replace.group(1));
      List<String> lines = new ArrayList<>(Files.readAllLines(file));
      List<String> found =
          lines.stream().filter(line -> line.strip().startsWith(replace.group(2))).toList();
      if (found.size() != 1) {
        throw new IllegalStateException(
            block.place() + ": " + found.size() + " lines begin with " + replace.group(2));
      }
      lines.set(lines.indexOf(found.get(0)), block.text().stripTrailing());
      Files.write(file, lines);
    } else {
      throw new IllegalStateException(
          block.place() + ": the sentence before it does not say which file this is");
    }
  }

  private void copy(Path tree) throws IOException {
    try (Stream<Path> files = Files.walk(tree)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        Files.copy(file, folder.resolve(file.toString()));
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }
}
