/**
 * Ground for runs: a broker with the topics of the table, an issuer of tokens, a connection that
 * can be cut, services as processes that can be killed. Imports broker, events and load; knows of
 * the services only how they are started.
 */
@NullMarked
package dev.lockbox.testkit.rig;

import org.jspecify.annotations.NullMarked;
