package dev.lockbox.domain.dialogue;

import dev.lockbox.domain.identity.PersonalText;
import java.time.Instant;

/** What an engineer answered, in their words. */
public record Answer(Instant at, PersonalText words) {}
