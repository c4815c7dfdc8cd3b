/**
 * The shell of {@code basin sql}: reads queries and commands from a terminal or a stream, completes
 * names, and shows, pages and exports results. Queries go through {@code engine.SqlSession}, as
 * those of the verb do. Only this package uses JLine.
 */
package org.basin.cli.shell;
