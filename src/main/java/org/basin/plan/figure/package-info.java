/** The figures that a sweep declares: what they show, not how they are drawn. */
package org.basin.plan.figure;
