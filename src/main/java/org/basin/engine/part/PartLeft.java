package org.basin.engine.part;

import org.basin.plan.Part;

/**
 * What is left of a part.
 *
 * @param part the part
 * @param trials the number of its trials
 * @param left how many of them are not committed
 * @param runner the process that trains it now; empty if none does
 */
public record PartLeft(Part part, long trials, long left, String runner) {}
