/**
 * Several instances as one: a call about a customer whose view another instance keeps is answered
 * by that one. Imports view, security, signin, problem, command's settings and Micronaut HTTP.
 * Start at {@link dev.lockbox.api.hop.Hops}.
 */
@NullMarked
package dev.lockbox.api.hop;

import org.jspecify.annotations.NullMarked;
