/**
 * Who may approve, and how long waiting and access may last. Imports identity, resource and
 * gateway.
 */
@NullMarked
package dev.lockbox.domain.rules;

import org.jspecify.annotations.NullMarked;
