/**
 * The schema registry: reaching it, living without it once its ids are learned, and keeping it in
 * order. Imports codec and the registry client.
 */
@NullMarked
package dev.lockbox.events.registry;

import org.jspecify.annotations.NullMarked;
