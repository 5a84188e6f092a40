/**
 * Every "no" that leaves by HTTP: refusals and the server's own, in one table, as problem documents
 * (RFC 9457). Imports the domain's refusals and Micronaut HTTP.
 */
@NullMarked
package dev.lockbox.api.problem;

import org.jspecify.annotations.NullMarked;
