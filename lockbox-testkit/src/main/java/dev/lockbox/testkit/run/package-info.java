/**
 * A run as it was seen: what the topics held, what clients were told. Imports domain and messages.
 */
@NullMarked
package dev.lockbox.testkit.run;

import org.jspecify.annotations.NullMarked;
