/**
 * The data directory of a local lockbox: what lies where in it, which ports it keeps, and what its
 * endpoints.json says. Imports broker, and events for keys.
 */
@NullMarked
package dev.lockbox.local.data;

import org.jspecify.annotations.NullMarked;
