package dev.lockbox.domain;

import static dev.lockbox.domain.Cast.ANNA;
import static dev.lockbox.domain.Cast.GATEWAY;
import static dev.lockbox.domain.Cast.MORNING;
import static dev.lockbox.domain.Commands.revoke;
import static dev.lockbox.domain.Events.approved;
import static dev.lockbox.domain.Events.closingFailed;
import static dev.lockbox.domain.Events.closingRequired;
import static dev.lockbox.domain.Events.ended;
import static dev.lockbox.domain.Events.opened;
import static dev.lockbox.domain.Samples.unsaid;
import static dev.lockbox.domain.Scenario.given;

import dev.lockbox.domain.ReadingEvent.ReadingRequired;
import dev.lockbox.domain.ReadingEvent.RecordRead;
import dev.lockbox.domain.ReadingEvent.RecordUnread;
import dev.lockbox.domain.RequestCommand.ConfirmRead;
import dev.lockbox.domain.rules.ReadingRules;
import dev.lockbox.domain.rules.Settings;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What is read of access that is over. Unsaid: Anna reads it. */
public final class Readings {
  public static final Duration REMIND_AFTER = Duration.ofHours(72);

  private static final Instant WEEK_LATER = MORNING.plus(Duration.ofDays(7));

  private Readings() {}

  public static Settings reminding() {
    return Policies.settingsHaving(ReadingRules.of(REMIND_AFTER));
  }

  public static Confirm read() {
    return new Confirm();
  }

  /** The tenant wants it. */
  public static Events.Plain readingRequired(Instant remindAt) {
    return new Events.Plain(
        Commands.enforceDeadline(),
        (why, at) ->
            new ReadingRequired(
                why.request(),
                at,
                why.attempt().map(attempt -> EventBuilder.provenance(why)),
                remindAt));
  }

  public static Events.Plain recordRead() {
    return new Events.Plain(
        read(), (why, at) -> new RecordRead(why.request(), at, EventBuilder.provenance(why)));
  }

  public static Events.Plain recordUnread() {
    return new Events.Plain(
        Commands.enforceDeadline(), (why, at) -> new RecordUnread(why.request(), at));
  }

  static List<Command> commands() {
    return List.of(read().build(unsaid(3)));
  }

  static List<Event> events() {
    return List.of(
        readingRequired(WEEK_LATER).through(revoke()).build(unsaid(2)),
        recordRead().build(unsaid(4)),
        recordUnread().at(WEEK_LATER).build(unsaid(4)));
  }

  /** Leaving unsaid what may be. */
  static List<Event> sparseEvents() {
    return List.of(readingRequired(WEEK_LATER).build(unsaid(2)));
  }

  static List<AccessRequest> states() {
    return List.of(
        given(opened(), approved(), readingRequired(WEEK_LATER)).state(),
        given(opened(), approved(), readingRequired(WEEK_LATER), ended()).state(),
        given(opened(), approved(), readingRequired(WEEK_LATER), ended(), recordRead()).state(),
        given(opened(), approved(), readingRequired(WEEK_LATER), ended(), recordUnread()).state(),
        given(
                opened(),
                approved(),
                closingRequired(WEEK_LATER, GATEWAY),
                readingRequired(WEEK_LATER),
                ended())
            .state(),
        given(
                opened(),
                approved(),
                closingRequired(WEEK_LATER, GATEWAY),
                readingRequired(WEEK_LATER),
                ended(),
                closingFailed(GATEWAY))
            .state());
  }

  /** Anna has read it. */
  public static final class Confirm extends CommandBuilder<Confirm> {
    private Confirm() {
      super(ANNA);
    }

    @Override
    Confirm self() {
      return this;
    }

    @Override
    ConfirmRead build(Unsaid unsaid) {
      return new ConfirmRead(request(), attempt(unsaid));
    }
  }
}
