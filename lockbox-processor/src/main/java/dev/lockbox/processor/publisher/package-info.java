/**
 * The services that may publish, and whether a record is of the one that it names. Imports domain
 * and events.
 */
@NullMarked
package dev.lockbox.processor.publisher;

import org.jspecify.annotations.NullMarked;
