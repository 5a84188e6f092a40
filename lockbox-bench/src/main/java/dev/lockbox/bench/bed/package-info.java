/**
 * What measurements stand on: a broker of their own, the services under test, and what feeds and
 * watches them. Imports domain, events, service, broker and the services.
 */
@NullMarked
package dev.lockbox.bench.bed;

import org.jspecify.annotations.NullMarked;
