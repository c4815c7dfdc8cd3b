/**
 * How values, tables, sentences and errors become text of a given width. What the text is about is
 * the affair of the verbs and of the shell, which use this package.
 */
package org.basin.cli.text;
