package org.basin.engine.publish;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
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
 */
final class LinkedTables implements TableLayout {

  private static final String CURRENT = "current";

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

  private static Path pointer(SweepFolder folder) {
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
    Optional<String> before = current(folder);
    Path own = staging(manifest.publication());
    folder.write(new Path(own, Manifest.FILE), manifest.json());
    fence.run();
    makeLinks(manifest);
    links.put(pointer(folder), manifest.publication());
    replaceFolders(manifest, before.isEmpty());
    deleteLinks(manifest.tables().keySet());
    Set<String> kept = new TreeSet<>(Set.of(manifest.publication()));
    before.ifPresent(kept::add);
    deletePublications(kept);
  }

  /**
   * Makes the links that are missing. Before the first publication they lead nowhere for a moment.
   */
  private void makeLinks(Manifest manifest) {
    for (String table : manifest.tables().keySet()) {
      if (!links.stands(folder.table(table))) {
        links.put(folder.table(table), target(table));
      }
    }
  }

  /**
   * Replaces folders at the plain paths by links. A folder is either a table of another layout,
   * which is deleted, or was put there by somebody else since, and is set aside.
   */
  private void replaceFolders(Manifest manifest, boolean areTables) {
    for (String table : manifest.tables().keySet()) {
      Path plain = folder.table(table);
      if (!isLinked(folder, table)) {
        Path aside = folder.moveAside(plain);
        links.put(plain, target(table));
        if (areTables) {
          folder.delete(aside);
        } else {
          say.accept(
              folder.shown(plain)
                  + " was not what was published; set aside in "
                  + folder.shown(aside));
        }
      }
    }
    folder.delete(PlainTables.pointer(folder));
  }

  /** Deletes the links of tables that the current publication does not have. */
  private void deleteLinks(Set<String> standing) {
    Set<String> gone = new TreeSet<>(SweepTable.TABLES);
    gone.add(ClaimTable.NAME);
    gone.removeAll(standing);
    gone.stream()
        .filter(table -> isLinked(folder, table))
        .forEach(table -> links.delete(folder.table(table)));
  }

  private void deletePublications(Set<String> kept) {
    for (FileStatus publication : folder.list(folder.tables())) {
      String name = publication.getPath().getName();
      if (!name.equals(CURRENT) && !kept.contains(name)) {
        folder.delete(publication.getPath());
      }
    }
  }

  /** A publication newer than the current one was never finished, so it is deleted. */
  void repair() {
    String current = current(folder).orElse("");
    for (FileStatus publication : folder.list(folder.tables())) {
      String name = publication.getPath().getName();
      if (publication.isDirectory() && !name.equals(CURRENT) && name.compareTo(current) > 0) {
        folder.delete(publication.getPath());
      }
    }
    PublishedTables.find(folder)
        .filter(standing -> !current.isEmpty())
        .flatMap(PublishedTables::manifest)
        .ifPresent(this::link);
  }

  private void link(Manifest manifest) {
    makeLinks(manifest);
    deleteLinks(manifest.tables().keySet());
  }

  /** Deletes everything of this layout. Tables of the other layout stay. */
  static void delete(SweepFolder folder) {
    if (current(folder).isPresent()) {
      links(folder).delete(pointer(folder));
      new LinkedTables(folder, line -> {}).deletePublications(Set.of(Manifest.FILE));
    }
  }
}
