/** What a sweep file asks of the finished trials. It changes no trial and no trial's id. */
package org.basin.plan.analysis;
