package dev.lockbox.domain;

import static dev.lockbox.domain.Cast.MORNING;
import static dev.lockbox.domain.Cast.REQUEST;
import static dev.lockbox.domain.SessionSamples.EVA_AT_CONTOSO;
import static dev.lockbox.domain.SessionSamples.INTENDED;
import static dev.lockbox.domain.SessionSamples.SESSION;
import static dev.lockbox.domain.SessionSamples.TARGET;
import static dev.lockbox.domain.SessionSamples.by;
import static dev.lockbox.domain.SessionSamples.provenance;

import dev.lockbox.domain.SessionCommand.AuthoriseAction;
import dev.lockbox.domain.SessionEvent.ActionAuthorised;
import dev.lockbox.domain.SessionEvent.ActionDenied;
import dev.lockbox.domain.SessionEvent.ActionPerformed;
import dev.lockbox.domain.gateway.Deed;
import dev.lockbox.domain.gateway.Finding;
import dev.lockbox.domain.gateway.Witness;
import dev.lockbox.domain.identity.Code;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What {@link Samples} has of gateways that ask first; it never changes either. */
final class AskingSamples {
  private static final Instant HOUR_LATER = MORNING.plus(Duration.ofHours(1));

  private static final Code READ_LOGS = new Code("read-logs");

  private AskingSamples() {}

  static List<Command> commands() {
    return List.of(ask());
  }

  static List<Command> sparseCommands() {
    var bare =
        new Deed(
            Witness.GATEWAY,
            INTENDED.action(),
            TARGET,
            false,
            Optional.empty(),
            0,
            Optional.empty(),
            Map.of());
    return List.of(
        new AuthoriseAction(EVA_AT_CONTOSO, by("ask-2"), Optional.empty(), Optional.empty(), bare));
  }

  static List<Event> events() {
    return List.of(
        new ActionAuthorised(
            EVA_AT_CONTOSO,
            HOUR_LATER,
            provenance(ask()),
            REQUEST,
            SESSION,
            INTENDED,
            TARGET,
            List.of(),
            HOUR_LATER.plus(Duration.ofMinutes(15))));
  }

  /** Under a list of commands whose rules have ids. */
  static List<Event> sparseEvents() {
    var ask = provenance(ask());
    return List.of(
        new ActionAuthorised(
            EVA_AT_CONTOSO,
            HOUR_LATER,
            ask,
            REQUEST,
            SESSION,
            INTENDED,
            TARGET,
            List.of(READ_LOGS),
            HOUR_LATER),
        new ActionDenied(
            EVA_AT_CONTOSO,
            HOUR_LATER,
            ask,
            Optional.of(REQUEST),
            Optional.of(SESSION),
            INTENDED.kept(),
            Set.of(Finding.COMMAND_NOT_ALLOWED),
            List.of(new Code("read-dns-logs"), READ_LOGS)),
        new ActionPerformed(
            EVA_AT_CONTOSO,
            HOUR_LATER,
            ask,
            Optional.of(REQUEST),
            Optional.of(SESSION),
            INTENDED,
            Set.of(),
            Optional.of(TARGET),
            List.of(READ_LOGS),
            Optional.of(HOUR_LATER)));
  }

  private static AuthoriseAction ask() {
    return new AuthoriseAction(
        EVA_AT_CONTOSO, by("ask-1"), Optional.of(REQUEST), Optional.of(SESSION), INTENDED);
  }
}
