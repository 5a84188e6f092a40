/**
 * Who may approve, and how long waiting and access may last. Imports identity, resource, gateway
 * and time.
 */
@NullMarked
package dev.lockbox.domain.rules;

import org.jspecify.annotations.NullMarked;
