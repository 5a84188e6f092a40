/**
 * Whether the engineer that a service names says so themselves. Imports domain, events, publisher
 * and the JOSE library.
 */
@NullMarked
package dev.lockbox.processor.requester;

import org.jspecify.annotations.NullMarked;
