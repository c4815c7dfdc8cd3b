package org.basin.documents;

/**
 * A fenced block of a page.
 *
 * @param page the page, by its path in the project
 * @param line the line of its fence, from 1
 * @param heading the heading that it stands under, without marks
 * @param before the paragraph before it, or empty
 * @param language what stands behind the opening fence, or empty
 * @param text what it holds, with the end of its last line
 */
record Block(String page, int line, String heading, String before, String language, String text) {

  boolean is(String other) {
    return language.equals(other);
  }

  /** Returns where it stands, for messages. */
  String place() {
    return page + ":" + line;
  }
}
