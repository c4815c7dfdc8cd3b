package org.basin.engine.publish;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.basin.engine.storage.Links;
import org.basin.engine.storage.SweepFolder;
import org.basin.tables.ClaimTable;
import org.basin.tables.SweepTable;

/**
 * Stores each publication in a folder {@code _tables/<publication>} of its own. The link {@code
 * _tables/current} leads to the current publication, and a link at each table's plain path leads
 * through it: {@code trials -> _tables/current/trials}. A single rename of {@code current}
 * therefore replaces all tables at their plain paths at the same instant. The previous publication
 * is kept until the next one, for processes that still read it.
 *
 * <p>A process that oversleeps after its last look at the lease must change nothing that a later
 * holder has published. So whatever it changes then, it renames out of or into a folder of its own,
 * {@code _tables/.next-<publication>}, which the later holder moves away before anything else. And
 * it deletes only what stood there before its last look.
 */
final class LinkedTables implements TableLayout {

  /** The name of the link that leads to the current publication. */
  static final String CURRENT = "current";

  /** The start of the name of the folder through which a publication makes its changes. */
  private static final String NEXT = ".next-";

  /** The start of the name of such a folder that a later holder of the lease has moved away. */
  private static final String PAST = ".past-";

  private final SweepFolder folder;
  private final Links links;
  private final Consumer<String> say;

  /**
   * Makes the layout of {@code folder}.
   *
   * @param say receives one line for each file that is moved away
   */
  LinkedTables(SweepFolder folder, Consumer<String> say) {
    this.folder = folder;
    this.links = links(folder);
    this.say = say;
  }

  /** The id of the current publication; empty if this layout has none. */
  static Optional<String> current(SweepFolder folder) {
    return Links.of(folder).flatMap(links -> links.target(pointer(folder)));
  }

  static Path pointer(SweepFolder folder) {
    return new Path(folder.tables(), CURRENT);
  }

  /** Whether the plain path of {@code table} is a link to the current publication. */
  static boolean isLinked(SweepFolder folder, String table) {
    return links(folder).target(folder.table(table)).equals(Optional.of(target(table)));
  }

  private static String target(String table) {
    return folder(CURRENT, table);
  }

  private static String folder(String publication, String table) {
    return SweepFolder.TABLES + "/" + publication + "/" + table;
  }

  private static Links links(SweepFolder folder) {
    return Links.of(folder).orElseThrow();
  }

  @Override
  public Path staging(String publication) {
    return new Path(folder.tables(), publication);
  }

  /**
   * Names the files of a table. The file of a table with a single file has a fixed name, so that a
   * reader who listed it before a new publication can still open it. The names of several files
   * contain the publication's id, so that no reader mixes files of two publications.
   */
  @Override
  public void name(Path table, String publication) {
    List<FileStatus> files = PublishedTables.files(folder, table);
    for (int i = 0; i < files.size(); i++) {
      String part = files.size() == 1 ? "" : String.format("-%s-%05d", publication, i);
      folder.move(files.get(i).getPath(), new Path(table, table.getName() + part + ".parquet"));
    }
  }

  /** Links the files of the standing tables into the new publication. */
  @Override
  public void carry(PublishedTables standing, List<String> names, String publication) {
    for (String name : names) {
      Path table = new Path(staging(publication), name);
      folder.makeFolder(table);
      for (FileStatus file : PublishedTables.files(folder, standing.path(name))) {
        Path from = file.getPath();
        links.share(from, new Path(table, from.getName()));
        Path sum = new Path(from.getParent(), "." + from.getName() + ".crc");
        if (folder.exists(sum)) {
          links.share(sum, new Path(table, sum.getName()));
        }
      }
    }
  }

  @Override
  public void put(Manifest manifest, Runnable fence) {
    String id = manifest.publication();
    Optional<String> before = current(folder);
    folder.write(new Path(staging(id), Manifest.FILE), manifest.json());
    Path next = prepared(id, manifest);
    links.make(new Path(next, CURRENT), id);
    Set<String> earlier = PublicationFolders.names(folder);
    fence.run();
    makeLinks(manifest, next);
    links.move(new Path(next, CURRENT), pointer(folder));
    replaceFolders(manifest, next, before.isEmpty());
    deleteLinks(manifest, next);
    earlier.remove(id);
    before.ifPresent(earlier::remove);
    PublicationFolders.delete(folder, earlier);
    folder.delete(next);
  }

  /** Makes the folder of the changes of {@code id}, with a link for each table. */
  private Path prepared(String id, Manifest manifest) {
    Path next = new Path(folder.tables(), NEXT + id);
    folder.delete(next);
    folder.makeFolder(next);
    manifest.tables().keySet().forEach(table -> links.make(new Path(next, table), target(table)));
    return next;
  }

  /**
   * Makes the links that are missing. Before the first publication they lead nowhere for a moment.
   */
  private void makeLinks(Manifest manifest, Path next) {
    for (String table : manifest.tables().keySet()) {
      if (!links.stands(folder.table(table))) {
        links.move(new Path(next, table), folder.table(table));
      }
    }
  }

  /**
   * Replaces folders at the plain paths by links. A folder is either a table of another layout,
   * which is deleted, or was put there by somebody else since, and is set aside.
   */
  private void replaceFolders(Manifest manifest, Path next, boolean areTables) {
    for (String table : manifest.tables().keySet()) {
      Path plain = folder.table(table);
      if (!isLinked(folder, table)) {
        Path old = new Path(next, table + "-replaced");
        links.move(plain, old);
        links.move(new Path(next, table), plain);
        if (!areTables) {
          say.accept(
              folder.shown(plain)
                  + " was not what was published; set aside in "
                  + folder.shown(folder.moveAside(old, table)));
        }
      }
    }
    folder.delete(PlainTables.pointer(folder));
  }

  /** Takes away the links of tables that the current publication does not have. */
  private void deleteLinks(Manifest manifest, Path next) {
    needless(manifest)
        .forEach(table -> links.move(folder.table(table), new Path(next, table + "-gone")));
  }

  private List<String> needless(Manifest manifest) {
    return Stream.concat(SweepTable.TABLES.stream(), Stream.of(ClaimTable.NAME))
        .filter(table -> !manifest.tables().containsKey(table) && isLinked(folder, table))
        .toList();
  }

  /**
   * Deletes what was never finished: publications newer than the current one. The process that
   * wrote them may still live, if it overslept, so it is first kept from any further change.
   */
  void repair(Runnable fence) {
    takeOver();
    Set<String> newer = PublicationFolders.names(folder);
    String current = current(folder).orElse("");
    newer.removeIf(name -> name.compareTo(current) <= 0);
    Optional<Manifest> unlinked =
        PublishedTables.find(folder)
            .filter(standing -> !current.isEmpty())
            .flatMap(PublishedTables::manifest)
            .filter(manifest -> !isLinkedAsWhole(manifest));
    Optional<Path> next = unlinked.map(manifest -> prepared(current + "-again", manifest));
    fence.run();
    PublicationFolders.delete(folder, newer);
    if (next.isPresent()) {
      makeLinks(unlinked.get(), next.get());
      deleteLinks(unlinked.get(), next.get());
      folder.delete(next.get());
    }
  }

  private boolean isLinkedAsWhole(Manifest manifest) {
    return needless(manifest).isEmpty()
        && manifest.tables().keySet().stream().allMatch(table -> links.stands(folder.table(table)));
  }

  /** Moves the folders of earlier publications' changes away, so that their renames fail. */
  private void takeOver() {
    for (FileStatus left : folder.list(folder.tables())) {
      String name = left.getPath().getName();
      if (name.startsWith(NEXT)) {
        Path past = new Path(folder.tables(), PAST + name.substring(NEXT.length()));
        folder.delete(past);
        links.move(left.getPath(), past);
        clear(past);
      } else if (name.startsWith(PAST)) {
        clear(left.getPath());
      }
    }
  }

  /** Deletes such a folder. What users have put in the place of a table is set aside. */
  private void clear(Path past) {
    for (FileStatus each : folder.list(past)) {
      if (each.isDirectory() && links.target(each.getPath()).isEmpty()) {
        folder.moveAside(each.getPath());
      }
    }
    folder.delete(past);
  }

  /** The publications of this layout that stand now; none if no link leads to one of them. */
  static Set<String> publications(SweepFolder folder) {
    return current(folder).isPresent() ? PublicationFolders.names(folder) : Set.of();
  }
}
