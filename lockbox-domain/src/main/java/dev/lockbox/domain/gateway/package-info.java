/**
 * What a gateway tells of an engineer's sessions: how they came in, what they did there. Imports
 * identity.
 */
@NullMarked
package dev.lockbox.domain.gateway;

import org.jspecify.annotations.NullMarked;
