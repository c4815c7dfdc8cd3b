package org.basin.engine.protocol;

import java.io.ByteArrayOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FSDataOutputStreamBuilder;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.permission.FsPermission;
import org.apache.hadoop.util.Progressable;

/** How one process sees the store through Hadoop. */
class StoreFileSystem extends FileSystem {

  private static final URI HERE = URI.create("model:///");

  /** The option of Hadoop 3.4.2 and later; its constant is not in earlier ones. */
  private static final String AT_CLOSE = "fs.option.create.conditional.overwrite";

  private static final Configuration CONFIGURATION = new Configuration(false);

  private final View view;
  private final StoreKind kind;

  StoreFileSystem(View view, StoreKind kind) {
    this.view = view;
    this.kind = kind;
    setConf(CONFIGURATION);
  }

  View view() {
    return view;
  }

  private static String text(Path path) {
    return path.toUri().getPath();
  }

  @Override
  public FSDataInputStream open(Path file, int bufferSize) throws IOException {
    Store.Node node =
        view.look(
            "read",
            text(file),
            (store, path) -> {
              Store.Node found = store.at(path);
              if (found == null || found.kind() == Store.Kind.FOLDER) {
                throw new FileNotFoundException(path);
              }
              return found;
            });
    return new FSDataInputStream(new BytesInput(node.content()));
  }

  @Override
  public FSDataOutputStream create(
      Path file,
      FsPermission permission,
      boolean overwrite,
      int bufferSize,
      short replication,
      long blockSize,
      Progressable progress)
      throws IOException {
    if (kind == StoreKind.OBJECTS) {
      // As S3A: it looks first, and the file is there once it is closed.
      if (!overwrite && view.look("look for", text(file), Store::at) != null) {
        throw new org.apache.hadoop.fs.FileAlreadyExistsException(text(file));
      }
    } else {
      view.change(
          "create",
          text(file),
          (store, path) -> {
            store.makeFolders(path.substring(0, path.lastIndexOf('/')));
            if (!overwrite && store.at(path) != null) {
              throw new org.apache.hadoop.fs.FileAlreadyExistsException(path);
            }
            store.put(path, new byte[0]);
          });
    }
    return closing(text(file), false);
  }

  /** Writes the content at once when the stream is closed. */
  private FSDataOutputStream closing(String file, boolean isExclusive) throws IOException {
    ByteArrayOutputStream bytes =
        new ByteArrayOutputStream() {
          @Override
          public void close() throws IOException {
            view.change(
                isExclusive ? "close if it is new" : "close",
                file,
                (store, path) -> {
                  store.makeFolders(path.substring(0, path.lastIndexOf('/')));
                  if (isExclusive && store.at(path) != null) {
                    throw new IOException("412 Precondition Failed");
                  }
                  store.put(path, toByteArray());
                });
          }
        };
    return new FSDataOutputStream(bytes, null);
  }

  @Override
  public boolean hasPathCapability(Path path, String capability) {
    return kind == StoreKind.OBJECTS && capability.equals(AT_CLOSE);
  }

  @Override
  public FSDataOutputStreamBuilder<?, ?> createFile(Path file) {
    return new Builder(this, file);
  }

  /** Knows the option of a conditional creation. */
  private static final class Builder
      extends FSDataOutputStreamBuilder<FSDataOutputStream, Builder> {

    private final StoreFileSystem files;

    Builder(StoreFileSystem files, Path file) {
      super(files, file);
      this.files = files;
    }

    @Override
    public Builder getThisBuilder() {
      return this;
    }

    @Override
    public FSDataOutputStream build() throws IOException {
      boolean isExclusive = getOptions().getBoolean(AT_CLOSE, false);
      if (!isExclusive) {
        throw new IOException("the model knows exclusive creation only");
      }
      return files.closing(text(getPath()), true);
    }
  }

  @Override
  public FSDataOutputStream append(Path file, int bufferSize, Progressable progress)
      throws IOException {
    throw new IOException("nothing is appended to");
  }

  @Override
  public boolean rename(Path from, Path to) throws IOException {
    if (kind == StoreKind.OBJECTS) {
      throw new IOException("nothing is renamed on an object store: " + from + " to " + to);
    }
    try {
      view.change(
          "rename to " + text(to),
          text(from),
          (store, path) -> {
            String target = view.named(text(to));
            if (store.itself(target) != null) {
              throw new NoSuchFileException(target);
            }
            store.rename(path, target);
          });
      return true;
    } catch (NoSuchFileException e) {
      return false;
    }
  }

  /** One file after the other. */
  @Override
  public boolean delete(Path path, boolean recursive) throws IOException {
    return deleteEach(text(path));
  }

  private boolean deleteEach(String path) throws IOException {
    boolean isFolder =
        view.look(
            "look at",
            path,
            (store, at) -> {
              Store.Node node = store.itself(at);
              return node != null && node.kind() == Store.Kind.FOLDER;
            });
    if (isFolder) {
      for (String name : names(path)) {
        deleteEach(path + "/" + name);
      }
    }
    return view.delete("delete", path, (store, at) -> store.delete(at));
  }

  private List<String> names(String path) throws IOException {
    return view.look("list", path, Store::names);
  }

  @Override
  public FileStatus[] listStatus(Path folder) throws IOException {
    List<FileStatus> all =
        view.look(
            "list",
            text(folder),
            (store, path) -> {
              List<FileStatus> found = new ArrayList<>();
              for (String name : store.names(path)) {
                found.add(status(store.at(path + "/" + name), new Path(folder, name)));
              }
              return found;
            });
    return all.toArray(FileStatus[]::new);
  }

  private FileStatus status(Store.Node node, Path path) {
    // A link that leads nowhere is listed as a file.
    return node == null ? new FileStatus(0, false, 1, 1, 0, path) : new Status(node, path);
  }

  /** Two are equal if kind, size and time are, as a process that looks at them sees no more. */
  private static final class Status extends FileStatus {

    private static final long serialVersionUID = 1L;

    Status(Store.Node node, Path path) {
      super(node.content().length, node.kind() == Store.Kind.FOLDER, 1, 1, node.modified(), path);
    }

    @Override
    public boolean equals(Object other) {
      return super.equals(other);
    }

    @Override
    public int hashCode() {
      return (int) (31L * super.hashCode() + 17L * getLen() + getModificationTime());
    }
  }

  @Override
  public FileStatus getFileStatus(Path file) throws IOException {
    return view.look(
        "look at",
        text(file),
        (store, path) -> {
          Store.Node node = store.at(path);
          if (node == null) {
            throw new FileNotFoundException(path);
          }
          return status(node, file);
        });
  }

  @Override
  public boolean mkdirs(Path folder, FsPermission permission) throws IOException {
    view.change(
        View.MAKE_FOLDER,
        text(folder),
        (store, path) -> {
          store.makeFolders(path);
        });
    return true;
  }

  @Override
  public void setWorkingDirectory(Path folder) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Path getWorkingDirectory() {
    return new Path("/");
  }

  @Override
  public URI getUri() {
    return HERE;
  }
}
