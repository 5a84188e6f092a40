/**
 * Everybody who asks: the JIT service, approvers, operators, and what the API told them. Imports
 * log, record, variant and the domain's commands.
 */
@NullMarked
package dev.lockbox.simulator.people;

import org.jspecify.annotations.NullMarked;
