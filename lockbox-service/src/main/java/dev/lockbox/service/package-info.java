/**
 * The frame: what every service does the same way to read its settings, to check what it stands on,
 * to run a topology and to say how it is. Imports events, kafka-streams and Micronaut; knows
 * nothing of what any service does. Start at {@link dev.lockbox.service.ServiceContext}.
 */
@NullMarked
package dev.lockbox.service;

import org.jspecify.annotations.NullMarked;
