package org.basin.testing.fault;

/** The kinds of changes that a process makes to a file system. */
public enum Change {
  CREATE("create a file"),
  CLOSE("close a written file"),
  APPEND("append to a file"),
  RENAME("rename"),
  DELETE("delete"),
  MAKE_FOLDER("make a folder"),
  SET("set permissions or times"),
  SYMBOLIC_LINK("make a symbolic link"),
  HARD_LINK("make a hard link"),
  REPLACE("replace a file or link by a rename");

  private final String words;

  Change(String words) {
    this.words = words;
  }

  @Override
  public String toString() {
    return words;
  }
}
