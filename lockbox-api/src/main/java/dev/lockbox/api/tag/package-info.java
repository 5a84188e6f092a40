/**
 * Whether what a client holds is still what stands: entity tags, and what is said by them. Imports
 * problem and Jackson.
 */
@NullMarked
package dev.lockbox.api.tag;

import org.jspecify.annotations.NullMarked;
