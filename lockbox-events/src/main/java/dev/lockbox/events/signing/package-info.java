/**
 * How a service signs what it publishes, so that whoever reads it knows whose it is. Imports the
 * domain's signatures.
 */
@NullMarked
package dev.lockbox.events.signing;

import org.jspecify.annotations.NullMarked;
