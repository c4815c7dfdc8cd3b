/** The kinds of step-size schedule. */
package org.basin.nn.schedule;
