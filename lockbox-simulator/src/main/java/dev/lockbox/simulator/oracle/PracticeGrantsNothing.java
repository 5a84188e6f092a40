package dev.lockbox.simulator.oracle;

import dev.lockbox.domain.EvaluationEvent.RequestEvaluated;
import dev.lockbox.domain.Event;
import dev.lockbox.domain.Recorded;
import dev.lockbox.domain.RequestCommand.StartPractice;
import dev.lockbox.domain.RequestEvent.GrantedWithoutCustomer;
import dev.lockbox.domain.RequestEvent.PracticeCompleted;
import dev.lockbox.domain.RequestEvent.RequestOpened;
import dev.lockbox.domain.RulesEvent.GrantedByRule;
import dev.lockbox.domain.SessionEvent.ActionAuthorised;
import dev.lockbox.domain.SessionEvent.SessionStarted;
import dev.lockbox.domain.identity.CommandId;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.simulator.record.Standing;
import dev.lockbox.simulator.record.Written;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What somebody started for practice is never granted, lets nobody in, is never shown as access,
 * and says what it is; no more than three of them wait at a customer at once; and nothing in
 * earnest is asked for in its name.
 */
final class PracticeGrantsNothing implements Invariant {
  private static final Set<String> ACCESS = Set.of("Granted", "Frozen", "Scheduled", "Closing");

  @Override
  public Optional<String> brokenBy(Evidence evidence) {
    var started = started(evidence);
    return evidence.tenants().stream()
        .flatMap(
            tenant -> new Walk(started, evidence).brokenBy(evidence.historyOf(tenant)).stream())
        .findFirst();
  }

  private static Set<CommandId> started(Evidence evidence) {
    return evidence.commands().stream()
        .flatMap(List::stream)
        .map(entry -> entry.value())
        .filter(Written.Readable.class::isInstance)
        .map(Written.Readable.class::cast)
        .filter(one -> one.command() instanceof StartPractice)
        .map(Written.Readable::id)
        .collect(Collectors.toSet());
  }

  /** Along one tenant's history. */
  private static final class Walk {
    private final Set<CommandId> started;
    private final Set<RequestId> spoilt;
    private final List<Standing> standings;
    private final Set<RequestId> practice = new HashSet<>();
    private final Set<RequestId> waiting = new HashSet<>();

    Walk(Set<CommandId> started, Evidence evidence) {
      this.started = started;
      this.standings = evidence.standings();
      this.spoilt = evidence.spoilt().stream().map(Spoilt::request).collect(Collectors.toSet());
    }

    Optional<String> brokenBy(List<Recorded> history) {
      for (var recorded : history) {
        var why = wrong(recorded);
        if (why.isPresent()) {
          return why;
        }
      }
      return standings.stream()
          .filter(standing -> isOfPractice(standing.request()))
          .filter(standing -> ACCESS.contains(standing.kind()) || standing.opens().isPresent())
          .findFirst()
          .map(standing -> "practice is shown as access: " + standing);
    }

    private Optional<String> wrong(Recorded recorded) {
      var event = recorded.event();
      if (event instanceof RequestOpened opened && started.contains(recorded.cause())) {
        practice.add(opened.request());
        waiting.add(opened.request());
      }
      if (Ends.isEnd(event)) {
        event.about().ifPresent(waiting::remove);
      }
      return engineerInEarnest(event).filter(Practising::isNobody).isPresent()
          ? Optional.of("in the name of practice something is wanted: " + Plain.text(recorded))
          : objection(recorded).map(why -> why + ": " + Plain.text(recorded));
    }

    private Optional<PersonId> engineerInEarnest(Event event) {
      return switch (event) {
        case RequestEvaluated found -> Optional.of(found.asked().engineer());
        case RequestOpened opened when !practice.contains(opened.request()) ->
            Optional.of(opened.asked().engineer());
        default -> Optional.empty();
      };
    }

    private Optional<String> objection(Recorded recorded) {
      var event = recorded.event();
      if (event.about().filter(this::isOfPractice).isEmpty()) {
        return recorded.isPractice() || event instanceof PracticeCompleted
            ? Optional.of("it is in earnest")
            : Optional.empty();
      }
      if (isAccess(event)) {
        return Optional.of("practice opens something");
      }
      if (!recorded.isPractice() && !isSpoilt(event)) {
        return Optional.of("it is practice, and does not say so");
      }
      return waiting.stream().filter(one -> !spoilt.contains(one)).count() > Practising.AT_ONCE
          ? Optional.of("too much waits for practice")
          : Optional.empty();
    }

    private static boolean isAccess(Event event) {
      return Grant.of(event).isPresent()
          || event instanceof GrantedWithoutCustomer
          || event instanceof GrantedByRule
          || event instanceof SessionStarted
          || event instanceof ActionAuthorised;
    }

    private boolean isOfPractice(RequestId request) {
      return practice.contains(request);
    }

    /** What nobody can read is not known to be practice. */
    private boolean isSpoilt(Event event) {
      return event.about().filter(spoilt::contains).isPresent();
    }
  }
}
