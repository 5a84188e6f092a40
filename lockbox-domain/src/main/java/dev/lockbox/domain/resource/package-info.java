/**
 * Which kinds of resources there are, how they are named, and what can be asked of each. Start at
 * {@link dev.lockbox.domain.resource.Catalogue}; the table itself is in {@code BuiltIn}. Imports
 * identity and decision.
 */
@NullMarked
package dev.lockbox.domain.resource;

import org.jspecify.annotations.NullMarked;
