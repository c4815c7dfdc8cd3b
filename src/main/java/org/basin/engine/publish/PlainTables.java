package org.basin.engine.publish;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.basin.engine.storage.Links;
import org.basin.engine.storage.SweepFolder;
import org.basin.tables.ClaimTable;
import org.basin.tables.SweepTable;

/**
 * Stores each table as a folder at its plain path, for file systems without links. A new
 * publication is first written completely below {@code _work}. Then two renames put each table in
 * its place, and at last the manifest, {@code _tables/manifest.json}, says what was published. A
 * reader that finds tables which differ from the manifest while a process publishes looks again.
 */
final class PlainTables implements TableLayout {

  private static final String PREFIX = "publish-";

  /** The file that an earlier version wrote in place of a manifest. */
  private static final String READY = "_READY";

  private final SweepFolder folder;

  PlainTables(SweepFolder folder) {
    this.folder = folder;
  }

  static Path pointer(SweepFolder folder) {
    return new Path(folder.tables(), Manifest.FILE);
  }

  /** Whether a publication of this layout has begun to replace the tables and has not finished. */
  static boolean isBetween(SweepFolder folder) {
    return folder.list(folder.work(".")).stream()
        .map(FileStatus::getPath)
        .anyMatch(path -> path.getName().startsWith(PREFIX) && isReady(folder, path));
  }

  private static boolean isReady(SweepFolder folder, Path root) {
    return manifest(folder, root).isPresent() || folder.exists(new Path(root, READY));
  }

  private static Optional<Manifest> manifest(SweepFolder folder, Path root) {
    return PublishedTables.manifest(folder, new Path(root, Manifest.FILE));
  }

  private Path root(String publication) {
    return folder.work(PREFIX + publication);
  }

  @Override
  public Path staging(String publication) {
    return new Path(root(publication), "new");
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
    Path root = root(manifest.publication());
    folder.write(new Path(root, Manifest.FILE), manifest.json());
    fence.run();
    swap(root);
  }

  void repair() {
    for (FileStatus left : folder.list(folder.work("."))) {
      Path root = left.getPath();
      if (root.getName().startsWith(PREFIX)) {
        if (isReady(folder, root)) {
          swap(root);
        } else {
          folder.delete(root);
        }
      }
    }
  }

  private void swap(Path root) {
    for (FileStatus table : folder.list(new Path(root, "new"))) {
      Path published = folder.table(table.getPath().getName());
      moveAside(published, root);
      folder.move(table.getPath(), published);
    }
    manifest(folder, root).ifPresent(manifest -> putPointer(manifest, root));
    folder.delete(root);
  }

  private void putPointer(Manifest manifest, Path root) {
    Set<String> gone = new TreeSet<>(SweepTable.TABLES);
    gone.add(ClaimTable.NAME);
    gone.removeAll(manifest.tables().keySet());
    gone.forEach(table -> moveAside(folder.table(table), root));
    folder.write(pointer(folder), manifest.json());
    LinkedTables.delete(folder);
  }

  private void moveAside(Path published, Path root) {
    Optional<Links> links = Links.of(folder).filter(all -> all.target(published).isPresent());
    if (links.isPresent()) {
      links.get().delete(published);
    } else if (folder.exists(published)) {
      Path old = new Path(new Path(root, "old"), published.getName());
      folder.delete(old);
      folder.makeFolder(old.getParent());
      folder.move(published, old);
    }
  }
}
