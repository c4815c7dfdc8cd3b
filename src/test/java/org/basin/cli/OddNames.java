package org.basin.cli;

/**
 * Names with characters that are special to the programs that see them: to shells, Spark, Hadoop
 * and Log4j.
 */
final class OddNames {

  private OddNames() {}

  static String folder() {
    return utf8("my o#[x] {a,b} %41 ü:*?");
  }

  /** A folder of results. Hadoop would take it for an address. */
  static String output() {
    return utf8("s3a:{x} %41 ü*?#");
  }

  /** A name without letters that this machine's file names cannot have. */
  static String utf8(String name) {
    return System.getProperty("sun.jnu.encoding").equals("UTF-8") ? name : name.replace("ü", "u");
  }
}
