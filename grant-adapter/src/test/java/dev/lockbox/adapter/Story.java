package dev.lockbox.adapter;

import static dev.lockbox.domain.Cast.NOON;
import static dev.lockbox.domain.Cast.REQUEST;
import static dev.lockbox.domain.Events.approved;
import static dev.lockbox.domain.Events.ended;
import static dev.lockbox.domain.Events.opened;
import static dev.lockbox.domain.Scenario.given;

import dev.lockbox.adapter.target.Assignment;
import dev.lockbox.adapter.target.Group;
import dev.lockbox.adapter.target.Groups;
import dev.lockbox.adapter.target.Listed;
import dev.lockbox.domain.AccessRequest;
import dev.lockbox.domain.AccessRequest.Closed;
import dev.lockbox.domain.AccessRequest.Closing;
import dev.lockbox.domain.AccessRequest.Granted;
import dev.lockbox.domain.Cast;
import dev.lockbox.domain.ClosingDue;
import dev.lockbox.domain.identity.ActionName;
import dev.lockbox.domain.identity.PointId;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.domain.rules.Conditions;
import dev.lockbox.domain.rules.Terms;
import dev.lockbox.events.message.RequestSnapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Eva has a grant from noon on, for eight hours; and what becomes of it. */
final class Story {
  static final PointId POINT = new PointId("directory-1");
  static final Duration MINUTE = Duration.ofMinutes(1);
  static final Instant BEGIN = NOON.minus(Duration.ofHours(4));
  static final Instant UNTIL = NOON.plus(Duration.ofHours(8));

  static final RequestId ANOTHER = new RequestId(REQUEST.tenant(), "req-1002");
  static final Instant LATER = UNTIL.plus(Duration.ofHours(1));

  private Story() {}

  static Granted granted() {
    return (Granted) given(opened().at(BEGIN), approved().at(NOON).accessUntil(UNTIL)).state();
  }

  static RequestSnapshot active() {
    return new RequestSnapshot(REQUEST, granted());
  }

  /** What is granted by another request of hers, for an hour longer. */
  static RequestSnapshot another() {
    var granted = granted();
    return new RequestSnapshot(
        ANOTHER, new Granted(granted.opening(), granted.terms(), LATER, granted.trail()));
  }

  static RequestSnapshot waiting() {
    return new RequestSnapshot(REQUEST, given(opened().at(BEGIN)).state());
  }

  static RequestSnapshot frozen() {
    return active().within(true);
  }

  static RequestSnapshot under(Conditions conditions) {
    var granted = granted();
    var terms = granted.terms().under(conditions);
    return new RequestSnapshot(
        REQUEST, new Granted(granted.opening(), terms, UNTIL, granted.trail()));
  }

  static RequestSnapshot over() {
    return new RequestSnapshot(REQUEST, closed());
  }

  static RequestSnapshot faulted() {
    return new RequestSnapshot(
        REQUEST, new AccessRequest.Faulted(granted().opened(), NOON, granted().trail().next()));
  }

  /** Over, and these have not said yet that they closed. */
  static RequestSnapshot closing(PointId... points) {
    var due = new ClosingDue(Set.of(points), UNTIL.plus(MINUTE));
    return new RequestSnapshot(REQUEST, new Closing(closed(), due, false));
  }

  private static Closed closed() {
    return (Closed)
        given(opened().at(BEGIN), approved().at(NOON).accessUntil(UNTIL), ended().at(UNTIL))
            .state();
  }

  /** All that the grant allows. */
  static List<Assignment> assignments() {
    return Grant.of(active(), NOON).orElseThrow().assignments();
  }

  static Terms terms() {
    return granted().terms();
  }

  static Practice practice() {
    return practice(Conditions.NONE);
  }

  static Practice practice(Conditions kept) {
    return new Practice(POINT, kept, Duration.ofSeconds(5), MINUTE, MINUTE);
  }

  /** A directory, in which one group stands for all that the grant allows. */
  static Groups groups() {
    return new Groups(List.of(group("logs", Set.copyOf(terms().actions()))));
  }

  /** One in which no group stands for anything that it allows. */
  static Groups otherGroups() {
    return new Groups(List.of(group("other", Set.of(new ActionName("secret.view")))));
  }

  static Group group(String name, Set<ActionName> actions) {
    return new Group(name, "g-" + name, REQUEST.tenant(), actions, terms().resources().getFirst());
  }

  /** As what the membership is listed there. */
  static Listed membership() {
    return groups().places(assignments()).get(assignments().getFirst());
  }

  /** By somebody else. */
  static Assignment others(Assignment one) {
    return new Assignment(one.request(), Cast.FEMI, one.action(), one.resource());
  }
}
