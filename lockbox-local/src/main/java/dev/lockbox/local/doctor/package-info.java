/**
 * Whether a lockbox is well, as it looks from outside: what it stands on, whether it decides, and
 * how a customer stands. Changes nothing. Imports domain, events and kafka-clients.
 */
@NullMarked
package dev.lockbox.local.doctor;

import org.jspecify.annotations.NullMarked;
