package org.basin.engine.progress;

/**
 * What a run is about to do.
 *
 * @param sweep the sweep's name
 * @param folder the folder of its tables, as a URI
 * @param run the id by which the tables know the run
 * @param toTrain the number of trials that it trains; approximate
 * @param finishedBefore the number of planned trials that earlier runs have finished
 * @param isLocal whether the driver itself trains
 */
public record RunStart(
    String sweep, String folder, String run, long toTrain, long finishedBefore, boolean isLocal) {}
