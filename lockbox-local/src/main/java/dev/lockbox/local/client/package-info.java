/**
 * The API from the outside, as a person with a token uses it, and what it answers as text for
 * people. Imports the domain's values.
 */
@NullMarked
package dev.lockbox.local.client;

import org.jspecify.annotations.NullMarked;
