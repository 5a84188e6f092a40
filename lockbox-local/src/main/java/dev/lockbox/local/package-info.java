/**
 * The local lockbox. Start at {@link dev.lockbox.local.cli.LockboxCommand} for the commands and at
 * dev.lockbox.local.up for what {@code up} starts.
 */
@NullMarked
package dev.lockbox.local;

import org.jspecify.annotations.NullMarked;
