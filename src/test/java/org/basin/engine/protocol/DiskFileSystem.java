package org.basin.engine.protocol;

import org.basin.engine.storage.LocalDisk;

/** How one process sees a local disk. */
final class DiskFileSystem extends StoreFileSystem implements LocalDisk.Owner {

  DiskFileSystem(View view) {
    super(view, StoreKind.DISK);
  }

  @Override
  public LocalDisk disk() {
    return new StoreDisk(view());
  }
}
