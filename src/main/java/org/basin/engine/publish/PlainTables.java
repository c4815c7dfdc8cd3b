package org.basin.engine.publish;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.basin.engine.storage.EngineException;
import org.basin.engine.storage.Links;
import org.basin.engine.storage.SweepFolder;
import org.basin.tables.ClaimTable;
import org.basin.tables.SweepTable;

/**
 * Stores each table as a folder at its plain path, for file systems without links. A publication is
 * first written completely into a folder of its own below {@code _work}. That folder gets the name
 * of a complete publication after the last look at the lease. Then two renames put each table in
 * its place, and at last the manifest is renamed to {@code _tables/manifest.json}. A reader that
 * finds tables which differ from the manifest while a process publishes looks again.
 *
 * <p>A process that oversleeps after its last look at the lease must change nothing that a later
 * holder has published. So each change is a rename out of or into the publication's folder, which
 * the later holder renames before it finishes the publication or deletes it.
 */
final class PlainTables implements TableLayout {

  /** The start of the name of the folder of a publication that is being written. */
  private static final String WRITTEN = "written-";

  /** The start of the name of the folder of a publication whose tables are put in place. */
  private static final String COMPLETE = "publish-";

  /** The start of the name of a folder that a later holder of the lease is about to delete. */
  private static final String GONE = "gone-";

  /** What a later holder of the lease appends to the name of a folder when it takes it over. */
  private static final String TAKEN = "-again";

  /** The file that an earlier version wrote in place of a manifest. */
  private static final String READY = "_READY";

  private static final String NEW = "new";
  private static final String OLD = "old";

  private final SweepFolder folder;

  PlainTables(SweepFolder folder) {
    this.folder = folder;
  }

  static Path pointer(SweepFolder folder) {
    return new Path(folder.tables(), Manifest.FILE);
  }

  private Optional<Manifest> manifest(Path root) {
    return PublishedTables.manifest(folder, new Path(root, Manifest.FILE));
  }

  private Path written(String publication) {
    return folder.work(WRITTEN + publication);
  }

  @Override
  public Path staging(String publication) {
    return new Path(written(publication), NEW);
  }

  @Override
  public void name(Path table, String publication) {
    // Spark's file names already differ between publications.
  }

  @Override
  public void carry(PublishedTables standing, List<String> names, String publication) {
    // The kept tables stay where they are.
  }

  @Override
  public void put(Manifest manifest, Runnable fence) {
    Path written = written(manifest.publication());
    Path root = folder.work(COMPLETE + manifest.publication());
    folder.makeFolder(new Path(written, OLD));
    folder.makeFolder(folder.tables());
    folder.write(new Path(written, Manifest.FILE), manifest.json());
    Set<String> linked = LinkedTables.publications(folder);
    fence.run();
    folder.replace(written, root);
    swap(root, Optional.of(manifest), linked);
  }

  /** Puts complete publications in place, and deletes all others that were begun. */
  void repair(Runnable fence) {
    List<Path> begun = left(WRITTEN);
    begun.addAll(left(GONE));
    if (!begun.isEmpty()) {
      fence.run();
      begun.forEach(this::delete);
    }
    // Whoever wrote one of these has renamed it by now, or cannot any more.
    List<Path> complete = left(COMPLETE);
    if (!complete.isEmpty()) {
      Set<String> linked = LinkedTables.publications(folder);
      folder.makeFolder(folder.tables());
      fence.run();
      complete.forEach(root -> finish(root, linked));
    }
  }

  private List<Path> left(String start) {
    List<Path> found = new ArrayList<>();
    for (FileStatus each : folder.list(folder.work("."))) {
      if (each.getPath().getName().startsWith(start)) {
        found.add(each.getPath());
      }
    }
    return found;
  }

  /** Renames first: a publication that is half deleted must not be taken for a complete one. */
  private void delete(Path begun) {
    if (begun.getName().startsWith(GONE)) {
      folder.delete(begun);
      return;
    }
    Path gone = folder.work(GONE + begun.getName());
    folder.delete(gone);
    if (take(begun, gone)) {
      folder.delete(gone);
    }
  }

  private void finish(Path left, Set<String> linked) {
    folder.makeFolder(new Path(left, OLD));
    Path root = folder.work(left.getName() + TAKEN);
    if (!take(left, root)) {
      return;
    }
    Optional<Manifest> manifest = manifest(root);
    if (manifest.isPresent() || folder.exists(new Path(root, READY))) {
      swap(root, manifest, linked);
    } else {
      folder.delete(root);
    }
  }

  /** Renames a folder, unless whoever made it has renamed or deleted it meanwhile. */
  private boolean take(Path left, Path taken) {
    try {
      folder.replace(left, taken);
      return true;
    } catch (EngineException e) {
      if (folder.exists(left)) {
        throw e;
      }
      return false;
    }
  }

  /**
   * Puts the tables of a complete publication in place.
   *
   * @param manifest empty if an earlier version wrote the publication
   * @param linked the publications of the other layout, which are deleted
   */
  private void swap(Path root, Optional<Manifest> manifest, Set<String> linked) {
    for (FileStatus table : folder.list(new Path(root, NEW))) {
      Path published = folder.table(table.getPath().getName());
      moveAside(published, root);
      folder.replace(table.getPath(), published);
    }
    if (manifest.isPresent()) {
      Set<String> gone = new TreeSet<>(SweepTable.TABLES);
      gone.add(ClaimTable.NAME);
      gone.removeAll(manifest.get().tables().keySet());
      gone.forEach(table -> moveAside(folder.table(table), root));
      moveAside(LinkedTables.pointer(folder), root);
      folder.replace(new Path(root, Manifest.FILE), pointer(folder));
      PublicationFolders.delete(folder, linked);
    }
    folder.delete(root);
  }

  /** Renames what stands at {@code published}, if anything does, into the publication's folder. */
  private void moveAside(Path published, Path root) {
    boolean stands =
        Links.of(folder)
            .map(links -> links.stands(published))
            .orElseGet(() -> folder.exists(published));
    if (stands) {
      Path old = new Path(new Path(root, OLD), published.getName());
      folder.delete(old);
      folder.replace(published, old);
    }
  }
}
