/**
 * How far a run is, and how that is shown: on a terminal, in a log, as events for machines and as
 * metrics of Spark. Nothing that is shown changes a result. Used by {@code engine} and {@code cli}.
 */
package org.basin.engine.progress;
