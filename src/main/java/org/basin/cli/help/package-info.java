/**
 * What may stand in a sweep file, in words: every section, kind of component, key, observable and
 * SQL function, as the catalogues declare them. {@code basin explain}, {@code basin new} and the
 * pages of the reference are made of it.
 */
package org.basin.cli.help;
