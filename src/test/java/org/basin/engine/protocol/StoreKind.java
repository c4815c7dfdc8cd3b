package org.basin.engine.protocol;

/** What a store can do in one step. */
public enum StoreKind {
  /** A local disk: files are linked, and one rename replaces a file or a link. */
  DISK,
  /** A local disk on which tables are folders that renames put in place, as on HDFS. */
  FOLDERS,
  /**
   * An object store: a file appears when it is closed, exclusively if that is asked for. A rename
   * is a copy and a deletion of one file after the other.
   */
  OBJECTS
}
