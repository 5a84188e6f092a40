/** Names of people, tenants and things: parsed once, valid ever after. Imports java.base only. */
@NullMarked
package dev.lockbox.domain.identity;

import org.jspecify.annotations.NullMarked;
