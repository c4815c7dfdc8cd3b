package org.basin.nn;

/** The terms that an update has, the same in all lanes of a kernel; the lanes' factors differ. */
public sealed interface UpdateTerms permits DescentTerms, AdamTerms {}
