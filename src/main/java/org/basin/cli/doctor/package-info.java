/** What {@code basin doctor} checks on this machine: each check finds something to tell. */
package org.basin.cli.doctor;
