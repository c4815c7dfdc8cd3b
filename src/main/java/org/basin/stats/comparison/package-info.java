/** How two samples of trials differ, and by how much. */
package org.basin.stats.comparison;
