package org.basin.documents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A Markdown page of the project, as its fenced blocks. */
record Page(String name, List<Block> blocks) {

  private static final String FENCE = "```";

  /** Reads a page by its path in the project. */
  static Page of(String name) {
    List<Block> blocks = new ArrayList<>();
    List<String> lines = lines(Path.of(name));
    String heading = "";
    StringBuilder paragraph = new StringBuilder();
    for (int at = 0; at < lines.size(); at++) {
      String line = lines.get(at);
      if (line.startsWith(FENCE)) {
        int end = at + 1 + lines.subList(at + 1, lines.size()).indexOf(FENCE);
        String text =
            String.join("", lines.subList(at + 1, end).stream().map(l -> l + "\n").toList());
        String language = line.substring(FENCE.length()).strip();
        blocks.add(new Block(name, at + 1, heading, paragraph.toString().strip(), language, text));
        paragraph.setLength(0);
        at = end;
      } else if (line.startsWith("#")) {
        heading = line.replaceFirst("#+ *", "");
        paragraph.setLength(0);
      } else if (!line.isBlank()) {
        paragraph.append(line).append(' ');
      } else if (at + 1 < lines.size() && !lines.get(at + 1).startsWith(FENCE)) {
        paragraph.setLength(0);
      }
    }
    return new Page(name, List.copyOf(blocks));
  }

  /** Returns the text of the page with what some of its blocks hold replaced. */
  String with(Map<Block, String> texts) {
    List<String> lines = new ArrayList<>(lines(Path.of(name)));
    for (int b = blocks.size() - 1; b >= 0; b--) {
      Block block = blocks.get(b);
      if (texts.containsKey(block)) {
        List<String> held =
            lines.subList(block.line(), block.line() + (int) block.text().lines().count());
        held.clear();
        held.addAll(texts.get(block).stripTrailing().lines().map(String::stripTrailing).toList());
      }
    }
    return String.join("\n", lines) + "\n";
  }

  /** Returns every page that people read, in order of their paths. */
  static List<Page> all() {
    try (Stream<Path> roots = Stream.of("conf", "docs", "examples", "output").map(Path::of)) {
      List<Path> found = new ArrayList<>(List.of(Path.of("README.md"), Path.of("CONTRIBUTING.md")));
      for (Path root : roots.toList()) {
        try (Stream<Path> files = Files.walk(root, root.endsWith("output") ? 1 : 9)) {
          files.filter(file -> file.toString().endsWith(".md")).sorted().forEach(found::add);
        }
      }
      return found.stream().map(file -> of(file.toString())).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
