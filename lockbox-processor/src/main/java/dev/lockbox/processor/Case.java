package dev.lockbox.processor;

import dev.lockbox.domain.time.Moment;
import dev.lockbox.events.message.Found;
import dev.lockbox.events.message.LoggedCommand;

/** A command that was read, where it stood, and what that place is like. */
record Case(LoggedCommand logged, Found found, Moment at) {}
