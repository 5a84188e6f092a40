/** JSON as it is taken from outside: bounded, and saying each thing once. Imports Jackson. */
@NullMarked
package dev.lockbox.api.json;

import org.jspecify.annotations.NullMarked;
