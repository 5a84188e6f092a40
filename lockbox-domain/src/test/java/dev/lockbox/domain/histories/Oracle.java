package dev.lockbox.domain.histories;

import dev.lockbox.domain.RequestCommand.Approve;
import dev.lockbox.domain.RequestCommand.Deny;
import dev.lockbox.domain.RequestCommand.EnforceDeadline;
import dev.lockbox.domain.RequestCommand.OpenRequest;
import dev.lockbox.domain.RequestCommand.ResolveTicket;
import dev.lockbox.domain.RequestCommand.Revoke;
import dev.lockbox.domain.RequestCommand.Withdraw;
import dev.lockbox.domain.identity.PersonId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Answers from the commands alone whether access is open: reads the whole history each time, knows
 * no states and no events, and asks the decider nothing. Slow and plain, so that it can be
 * believed.
 */
final class Oracle {
  private final List<Entry> effective = new ArrayList<>();

  private Oracle() {}

  /** Of one request's history, oldest first. */
  static Oracle reading(List<Entry> history) {
    var oracle = new Oracle();
    for (var entry : history) {
      if (oracle.takesEffect(entry)) {
        oracle.effective.add(entry);
      }
    }
    return oracle;
  }

  /** As is known at the end of the history. */
  boolean isOpenAt(Instant instant) {
    var grant = first(Approve.class);
    return grant.isPresent()
        && !instant.isBefore(grant.get().at())
        && instant.isBefore(accessUntil())
        && noneEndedItBy(instant);
  }

  Optional<Instant> grantedAt() {
    return first(Approve.class).map(Entry.Asked::at);
  }

  private boolean noneEndedItBy(Instant instant) {
    return effective.stream().filter(Oracle::isAnEnd).noneMatch(end -> !end.at().isAfter(instant));
  }

  private static boolean isAnEnd(Entry entry) {
    return switch (entry) {
      case Entry.Fault fault -> true;
      case Entry.Asked asked ->
          !(asked.command() instanceof OpenRequest) && !(asked.command() instanceof Approve);
    };
  }

  private boolean takesEffect(Entry entry) {
    return switch (entry) {
      case Entry.Fault fault -> true;
      case Entry.Asked asked -> !isOver() && !isRepeated(asked) && isAllowed(asked);
    };
  }

  private boolean isOver() {
    return effective.stream().anyMatch(Oracle::isAnEnd);
  }

  private boolean isRepeated(Entry.Asked asked) {
    var attempt = asked.command().attempt();
    return attempt.isPresent()
        && effective.stream()
            .filter(Entry.Asked.class::isInstance)
            .map(Entry.Asked.class::cast)
            .anyMatch(earlier -> earlier.command().attempt().equals(attempt));
  }

  private boolean isAllowed(Entry.Asked asked) {
    if (asked.command() instanceof EnforceDeadline) {
      return isOpen() && !asked.at().isBefore(isGranted() ? accessUntil() : decideBy());
    }
    return asked.rules().isPresent()
        && switch (asked.command()) {
          case OpenRequest open -> mayOpen(asked, open);
          case Approve approve -> mayApprove(asked, approve);
          case Deny deny -> isOpen() && maySayNo(asked, deny.by().actor());
          case Revoke revoke -> isOpen() && maySayNo(asked, revoke.by().actor());
          case Withdraw withdraw -> !isOpen() || withdraw.engineer().equals(engineer());
          case ResolveTicket resolve -> true;
          case EnforceDeadline alarm -> false;
        };
  }

  private boolean mayOpen(Entry.Asked asked, OpenRequest open) {
    var limit = asked.rules().orElseThrow().limits().accessFor();
    var wanted = open.asked().accessFor().orElse(limit);
    return !isOpen()
        && RandomCommands.isListed(open.asked())
        && wanted.compareTo(Duration.ZERO) > 0
        && wanted.compareTo(limit) <= 0
        && asked.rules().orElseThrow().approvers().stream()
            .anyMatch(person -> !person.equals(open.asked().engineer()));
  }

  private boolean mayApprove(Entry.Asked asked, Approve approve) {
    var actor = approve.by().actor();
    return isOpen()
        && !isGranted()
        && !actor.equals(engineer())
        && opening().rules().orElseThrow().approvers().contains(actor)
        && asked.rules().orElseThrow().approvers().contains(actor)
        && asked.at().isBefore(decideBy())
        && approve.ifVersion() == effective.size();
  }

  private boolean maySayNo(Entry.Asked asked, PersonId actor) {
    var isNamedNow = asked.rules().orElseThrow().approvers().contains(actor);
    var wasNamed = opening().rules().orElseThrow().approvers().contains(actor);
    return isNamedNow || (wasNamed && !actor.equals(engineer()));
  }

  private boolean isOpen() {
    return first(OpenRequest.class).isPresent();
  }

  private boolean isGranted() {
    return first(Approve.class).isPresent();
  }

  private Entry.Asked opening() {
    return first(OpenRequest.class).orElseThrow();
  }

  private PersonId engineer() {
    return ((OpenRequest) opening().command()).asked().engineer();
  }

  private Instant decideBy() {
    return opening().at().plus(opening().rules().orElseThrow().limits().pendingWindow());
  }

  private Instant accessUntil() {
    var limit = opening().rules().orElseThrow().limits().accessFor();
    var wanted = ((OpenRequest) opening().command()).asked().accessFor();
    return first(Approve.class).orElseThrow().at().plus(wanted.orElse(limit));
  }

  private Optional<Entry.Asked> first(Class<?> command) {
    return effective.stream()
        .filter(Entry.Asked.class::isInstance)
        .map(Entry.Asked.class::cast)
        .filter(asked -> command.isInstance(asked.command()))
        .findFirst();
  }
}
