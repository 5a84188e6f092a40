/** What an engineer may do now, by all grants together. Imports domain and identity. */
@NullMarked
package dev.lockbox.domain.entitlement;

import org.jspecify.annotations.NullMarked;
