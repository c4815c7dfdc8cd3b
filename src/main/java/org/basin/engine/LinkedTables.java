package org.basin.engine;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.basin.tables.ClaimTable;
import org.basin.tables.SweepTable;

/**
 * Each publication is a folder {@code _tables/<publication>}; the link {@code _tables/current}
 * leads to the one that stands, and a link at each table's plain path leads through it: {@code
 * trials -> _tables/current/trials}. One rename of {@code current} puts every table at its plain
 * path at the same instant. The publication before is kept, for those who read it, until the next.
 */
final class LinkedTables implements TableLayout {

  private static final String CURRENT = "current";

  private final SweepFolder folder;
  private final Consumer<String> say;

  /**
   * @param say told of what is moved away
   */
  LinkedTables(SweepFolder folder, Consumer<String> say) {
    this.folder = folder;
    this.say = say;
  }

  /** The publication that stands, by its id; empty if there is none of this layout. */
  static Optional<String> current(SweepFolder folder) {
    return Links.local(folder.files(), pointer(folder)).flatMap(Links::target);
  }

  private static Path pointer(SweepFolder folder) {
    return new Path(folder.tables(), CURRENT);
  }

  /** Whether a link at the plain path of {@code table} leads to what stands. */
  static boolean isLinked(SweepFolder folder, String table) {
    return Links.target(local(folder, folder.table(table))).equals(Optional.of(target(table)));
  }

  private static String target(String table) {
    return folder(CURRENT, table);
  }

  private static String folder(String publication, String table) {
    return SweepFolder.TABLES + "/" + publication + "/" + table;
  }

  private static java.nio.file.Path local(SweepFolder folder, Path path) {
    return Links.local(folder.files(), path).orElseThrow();
  }

  private java.nio.file.Path local(Path path) {
    return local(folder, path);
  }

  @Override
  public Path staging(String publication) {
    return new Path(folder.tables(), publication);
  }

  /**
   * A table of one file has a name that stays, so that a reader who has listed it can open it. The
   * files of a larger one are named by their publication: no reader takes some of each.
   */
  @Override
  public void name(Path table, String publication) {
    List<FileStatus> files = PublishedTables.files(folder, table);
    for (int i = 0; i < files.size(); i++) {
      String part = files.size() == 1 ? "" : String.format("-%s-%05d", publication, i);
      folder.move(files.get(i).getPath(), new Path(table, table.getName() + part + ".parquet"));
    }
  }

  /** As further names of the same files. */
  @Override
  public void carry(PublishedTables standing, List<String> names, String publication) {
    for (String name : names) {
      Path table = new Path(staging(publication), name);
      folder.makeFolder(table);
      for (FileStatus file : PublishedTables.files(folder, standing.path(name))) {
        Path from = file.getPath();
        Links.share(local(from), local(new Path(table, from.getName())));
        Path sum = new Path(from.getParent(), "." + from.getName() + ".crc");
        if (folder.exists(sum)) {
          Links.share(local(sum), local(new Path(table, sum.getName())));
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
    Links.put(local(pointer(folder)), manifest.publication());
    replaceFolders(manifest, before.isEmpty());
    deleteLinks(manifest.tables().keySet());
    Set<String> kept = new TreeSet<>(Set.of(manifest.publication()));
    before.ifPresent(kept::add);
    deletePublications(kept);
  }

  /** Where nothing stands. Before the first publication they lead nowhere for a moment. */
  private void makeLinks(Manifest manifest) {
    for (String table : manifest.tables().keySet()) {
      if (!Links.stands(local(folder.table(table)))) {
        Links.put(local(folder.table(table)), target(table));
      }
    }
  }

  /**
   * Puts links where folders stand: tables of another layout, which are deleted, or what somebody
   * has put there since, which is set aside.
   */
  private void replaceFolders(Manifest manifest, boolean areTables) {
    for (String table : manifest.tables().keySet()) {
      Path plain = folder.table(table);
      if (!isLinked(folder, table)) {
        Path aside = folder.moveAside(plain);
        Links.put(local(plain), target(table));
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

  /** Deletes the links of tables that do not stand. */
  private void deleteLinks(Set<String> standing) {
    Set<String> gone = new TreeSet<>(SweepTable.TABLES);
    gone.add(ClaimTable.NAME);
    gone.removeAll(standing);
    gone.stream()
        .filter(table -> isLinked(folder, table))
        .forEach(table -> Links.delete(local(folder.table(table))));
  }

  private void deletePublications(Set<String> kept) {
    for (FileStatus publication : folder.list(folder.tables())) {
      String name = publication.getPath().getName();
      if (!name.equals(CURRENT) && !kept.contains(name)) {
        folder.delete(publication.getPath());
      }
    }
  }

  /** A publication that is newer than the one that stands was never finished. */
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

  /** Leaves nothing of this layout; what is published otherwise stands. */
  static void delete(SweepFolder folder) {
    if (current(folder).isPresent()) {
      Links.delete(local(folder, pointer(folder)));
      new LinkedTables(folder, line -> {}).deletePublications(Set.of(Manifest.FILE));
    }
  }
}
