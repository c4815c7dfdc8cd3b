package org.basin.engine.protocol;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A tree of files, folders and links in memory. Each method is one step that no other step
 * interrupts. Paths are absolute and have no dots.
 */
final class Store {

  /** The first time by the store's clock, in milliseconds. */
  private static final long START = 1_000_000_000_000L;

  private static final int MOST_LINKS = 8;

  private final TreeMap<String, Node> nodes = new TreeMap<>();
  private long clock = START;
  private int changes;

  /** What stands at a path. */
  enum Kind {
    FILE,
    FOLDER,
    LINK
  }

  /**
   * A file, folder or link.
   *
   * @param content a file's content, or a link's target; empty for a folder
   * @param modified when it was made, by the store's clock, in milliseconds
   * @param hash of all of it, but for identifiers that chance has made
   */
  @SuppressWarnings("ArrayRecordComponent") // Nobody changes or compares the content.
  record Node(Kind kind, byte[] content, long modified, long hash) {

    String text() {
      return new String(content, StandardCharsets.UTF_8);
    }
  }

  /** The number of changes so far. */
  int changes() {
    return changes;
  }

  /** Lets time pass. */
  void sleep(long millis) {
    clock += millis;
  }

  /** Two stores of the same content and time have the same. */
  long hash() {
    long hash = clock;
    for (Map.Entry<String, Node> each : nodes.entrySet()) {
      hash = 31 * (31 * hash + each.getKey().hashCode()) + each.getValue().hash;
    }
    return hash;
  }

  /** What stands at {@code path} after its links are followed; null if there is nothing. */
  Node at(String path) {
    return nodes.get(resolved(path, true));
  }

  /** What stands at {@code path} itself, even if it is a link; null if there is nothing. */
  Node itself(String path) {
    return nodes.get(resolved(path, false));
  }

  boolean stands(String path) {
    return itself(path) != null;
  }

  /** The names in a folder, sorted. */
  List<String> names(String folder) throws IOException {
    String at = resolved(folder, true);
    Node node = nodes.get(at);
    if (node == null) {
      throw new FileNotFoundException(folder);
    }
    List<String> names = new ArrayList<>();
    if (node.kind == Kind.FOLDER) {
      below(at).keySet().stream()
          .map(path -> path.substring(at.length() + 1))
          .filter(name -> name.indexOf('/') < 0)
          .forEach(names::add);
    }
    return names;
  }

  void makeFolders(String path) throws IOException {
    String at = resolved(path, true);
    for (int end = at.indexOf('/', 1); end != -1; end = at.indexOf('/', end + 1)) {
      makeFolder(at.substring(0, end));
    }
    makeFolder(at);
  }

  private void makeFolder(String path) throws IOException {
    Node there = nodes.get(path);
    if (there == null) {
      changes++;
      nodes.put(path, new Node(Kind.FOLDER, new byte[0], 0, 1));
    } else if (there.kind != Kind.FOLDER) {
      throw new FileAlreadyExistsException(path);
    }
  }

  /** Writes a file whose folder exists, over one of the same name. */
  void put(String path, byte[] content) throws IOException {
    String at = resolved(path, true);
    requireParent(at);
    Node there = nodes.get(at);
    if (there != null && there.kind != Kind.FILE) {
      throw new FileAlreadyExistsException(path);
    }
    changes++;
    nodes.put(at, node(Kind.FILE, content));
  }

  /** Writes a file or link, or gives a file one more name, where nothing stands. */
  void putNew(String path, Node node) throws IOException {
    String at = resolved(path, false);
    requireParent(at);
    if (nodes.containsKey(at)) {
      throw new FileAlreadyExistsException(path);
    }
    changes++;
    nodes.put(at, node);
  }

  Node node(Kind kind, byte[] content) {
    String text = Names.withoutChance(new String(content, StandardCharsets.UTF_8));
    return new Node(
        kind, content, clock, 31L * text.hashCode() + 17 * clock + kind.name().hashCode());
  }

  /** Renames what stands at {@code from}, with all below it, over a file or an empty place. */
  void rename(String from, String to) throws IOException {
    String source = resolved(from, false);
    String target = resolved(to, false);
    Node moved = nodes.get(source);
    if (moved == null) {
      throw new NoSuchFileException(from);
    }
    requireParent(target);
    Node there = nodes.get(target);
    if (there != null && (there.kind == Kind.FOLDER || moved.kind == Kind.FOLDER)) {
      throw new FileAlreadyExistsException(to);
    }
    changes++;
    nodes.remove(source);
    nodes.put(target, moved);
    SortedMap<String, Node> inside = below(source);
    Map<String, Node> all = new TreeMap<>(inside);
    inside.clear();
    all.forEach((path, node) -> nodes.put(target + path.substring(source.length()), node));
  }

  /** Deletes one file, link or empty folder. Returns whether there was one. */
  boolean delete(String path) throws IOException {
    String at = resolved(path, false);
    if (!below(at).isEmpty()) {
      throw new java.nio.file.DirectoryNotEmptyException(path);
    }
    changes++;
    return nodes.remove(at) != null;
  }

  private SortedMap<String, Node> below(String folder) {
    return nodes.subMap(folder + "/", folder + "0");
  }

  private void requireParent(String at) throws IOException {
    Node parent = nodes.get(at.substring(0, at.lastIndexOf('/')));
    if (parent == null) {
      throw new NoSuchFileException(at);
    }
    if (parent.kind != Kind.FOLDER) {
      throw new FileAlreadyExistsException(at);
    }
  }

  /** Follows the links in a path, and the one that stands at its end if {@code last}. */
  private String resolved(String path, boolean last) {
    String left = path;
    for (int i = 0; i < MOST_LINKS; i++) {
      String next = followed(left, last);
      if (next.equals(left)) {
        return left;
      }
      left = next;
    }
    return path + " (too many links)";
  }

  private String followed(String path, boolean last) {
    for (int end = path.indexOf('/', 1); ; end = path.indexOf('/', end + 1)) {
      boolean isEnd = end < 0;
      if (isEnd && !last) {
        return path;
      }
      String part = isEnd ? path : path.substring(0, end);
      Node node = nodes.get(part);
      if (node != null && node.kind == Kind.LINK) {
        String parent = part.substring(0, part.lastIndexOf('/'));
        return parent + "/" + node.text() + (isEnd ? "" : path.substring(end));
      }
      if (isEnd) {
        return path;
      }
    }
  }

  @Override
  public String toString() {
    StringBuilder all = new StringBuilder();
    nodes.forEach(
        (path, node) -> {
          all.append("  ").append(path);
          if (node.kind == Kind.LINK) {
            all.append(" -> ").append(node.text());
          }
          all.append('\n');
        });
    return all.toString();
  }
}
