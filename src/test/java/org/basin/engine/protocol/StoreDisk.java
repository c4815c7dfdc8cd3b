package org.basin.engine.protocol;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.basin.engine.storage.LocalDisk;

/** The changes to a local disk, as changes to the store. */
final class StoreDisk extends LocalDisk {

  private final View view;

  StoreDisk(View view) {
    this.view = view;
  }

  @Override
  public void makeSymbolicLink(Path link, String target) throws IOException {
    byte[] content = target.getBytes(StandardCharsets.UTF_8);
    view.change(
        "link to " + target,
        link.toString(),
        (store, path) -> {
          store.putNew(path, store.node(Store.Kind.LINK, content));
        });
  }

  @Override
  public void makeHardLink(Path name, Path file) throws IOException {
    view.change(
        "give the name " + name,
        file.toString(),
        (store, path) -> {
          Store.Node node = store.at(path);
          if (node == null) {
            throw new NoSuchFileException(path);
          }
          store.putNew(view.named(name.toString()), node);
        });
  }

  @Override
  public void replace(Path from, Path to) throws IOException {
    view.change(
        "put at " + view.named(to.toString()),
        from.toString(),
        (store, path) -> {
          store.rename(path, view.named(to.toString()));
        });
  }

  @Override
  public void delete(Path path) throws IOException {
    view.delete("delete", path.toString(), (store, at) -> store.delete(at));
  }

  @Override
  public void create(Path file, String text) throws IOException {
    byte[] content = text.getBytes(StandardCharsets.UTF_8);
    view.change(
        "write",
        file.toString(),
        (store, path) -> {
          store.putNew(path, store.node(Store.Kind.FILE, content));
        });
  }

  @Override
  public void copy(Path file, Path name) throws IOException {
    makeHardLink(name, file);
  }

  @Override
  public void makeFolder(Path folder) throws IOException {
    view.change(
        View.MAKE_FOLDER,
        folder.toString(),
        (store, path) -> {
          store.makeFolders(path);
        });
  }

  @Override
  public FileChannel open(Path file) throws IOException {
    throw new IOException("nothing is written in place");
  }

  @Override
  public Optional<String> linked(Path link) throws IOException {
    return Optional.ofNullable(view.look("look at link", link.toString(), Store::itself))
        .filter(node -> node.kind() == Store.Kind.LINK)
        .map(Store.Node::text);
  }

  /** No process of the model leaves one. */
  @Override
  public List<Path> linksBefore(Path folder, String start, long millis) {
    return List.of();
  }

  @Override
  public boolean stands(Path path) {
    try {
      return view.look("look for", path.toString(), Store::itself) != null;
    } catch (IOException e) {
      return false;
    }
  }
}
