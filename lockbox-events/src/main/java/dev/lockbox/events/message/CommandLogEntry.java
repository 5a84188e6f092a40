package dev.lockbox.events.message;

/**
 * What stands on the command log: what somebody asks for, what devices are like, and what hosts'
 * clocks show.
 */
public sealed interface CommandLogEntry permits LoggedCommand, HeedPosture, Tick {}
