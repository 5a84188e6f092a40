package dev.lockbox.testkit.promise;

import static dev.lockbox.domain.Cast.ANNA;
import static dev.lockbox.domain.Cast.BEN;
import static dev.lockbox.domain.Cast.CONTOSO;
import static dev.lockbox.domain.Cast.EVA;
import static dev.lockbox.domain.Cast.FEMI;
import static dev.lockbox.testkit.promise.Story.DENIED;
import static dev.lockbox.testkit.promise.Story.EXPIRED;
import static dev.lockbox.testkit.promise.Story.GRANTED;
import static dev.lockbox.testkit.promise.Story.REVOKED;
import static dev.lockbox.testkit.promise.Story.by;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockbox.domain.AccessEvent.AccessStarted;
import dev.lockbox.domain.Cast;
import dev.lockbox.domain.CommandRefused;
import dev.lockbox.domain.Recorded;
import dev.lockbox.domain.RequestCommand.Deny;
import dev.lockbox.domain.RequestEvent;
import dev.lockbox.domain.RequestEvent.ApprovalGiven;
import dev.lockbox.domain.RequestEvent.ApprovalsRequired;
import dev.lockbox.domain.RequestEvent.GrantedWithoutCustomer;
import dev.lockbox.domain.RequestEvent.RequestApproved;
import dev.lockbox.domain.RequestEvent.RequestDenied;
import dev.lockbox.domain.RequestEvent.RequestExpired;
import dev.lockbox.domain.RequestEvent.RequestOpened;
import dev.lockbox.domain.RequestEvent.RequestRevoked;
import dev.lockbox.domain.SessionEvent.SessionEnded;
import dev.lockbox.domain.TenantEvent.ApproversReplaced;
import dev.lockbox.domain.TenantEvent.MembersReplaced;
import dev.lockbox.domain.TenantEvent.TenantRegistered;
import dev.lockbox.domain.WithoutCustomer;
import dev.lockbox.domain.decision.Attempt;
import dev.lockbox.domain.decision.Provenance;
import dev.lockbox.domain.gateway.SessionEnd;
import dev.lockbox.domain.identity.CommandId;
import dev.lockbox.domain.identity.EngineerId;
import dev.lockbox.domain.identity.Member;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.domain.identity.SessionId;
import dev.lockbox.domain.rules.ApproverMode;
import dev.lockbox.domain.rules.Stage;
import dev.lockbox.events.message.LoggedCommand;
import dev.lockbox.testkit.run.AuditEntry;
import dev.lockbox.testkit.run.Logged;
import dev.lockbox.testkit.run.Operation;
import dev.lockbox.testkit.run.Outcome;
import dev.lockbox.testkit.run.Viewed;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/** Ways in which the story can go wrong, each with the promise that it breaks. */
final class Faults {
  private Faults() {}

  /**
   * One way.
   *
   * @param about whom the complaint must name
   * @param why a part of what it must say
   */
  record Fault(Promise breaks, String about, String why, Consumer<Story> spoil) {
    @Override
    public String toString() {
      return "%s: %s".formatted(breaks.name(), why);
    }
  }

  static List<Fault> all() {
    var faults = new ArrayList<Fault>();
    lost(faults);
    doubled(faults);
    outOfOrder(faults);
    undecided(faults);
    misfolded(faults);
    unapproved(faults);
    late(faults);
    undead(faults);
    unrecorded(faults);
    told(faults);
    return faults;
  }

  private static void lost(List<Fault> faults) {
    var promise = new NothingLost();
    faults.add(
        new Fault(
            promise, "laptop-7", "it is on partitions", story -> story.postures.removeFirst()));
    faults.add(
        new Fault(
            promise,
            REVOKED.toString(),
            "acknowledged, and not among the events",
            story -> story.events.remove(story.event(REVOKED, RequestApproved.class))));
    faults.add(
        new Fault(
            promise,
            EXPIRED.toString(),
            "refused, and the refusal is not among the events",
            story -> story.events.remove(story.event(EXPIRED, CommandRefused.class))));
    faults.add(
        new Fault(
            promise,
            DENIED.toString(),
            "acknowledged, and unknown to the state",
            story -> story.states.remove(story.state(DENIED))));
    faults.add(
        new Fault(
            promise,
            DENIED.toString(),
            "answered, and not on the audit record",
            story -> story.audit.remove(story.auditOf(story.event(DENIED, RequestDenied.class)))));
    faults.add(
        new Fault(
            promise,
            GRANTED.toString(),
            "published, and neither on the command log nor in quarantine",
            story -> story.commands.remove(story.command("intake-0-3"))));
    faults.add(
        new Fault(
            promise,
            EXPIRED.toString(),
            "Deny late was never answered",
            story -> story.ask("late", new Deny(EXPIRED, by(BEN, "late"), Optional.empty()))));
    faults.add(
        new Fault(
            promise,
            "lockbox.requests",
            "unreadable and not in quarantine",
            story -> story.quarantine.clear()));
  }

  private static SessionEnded sessionEnded(String session) {
    return new SessionEnded(
        new EngineerId(CONTOSO, EVA),
        Cast.NOON,
        Optional.empty(),
        new SessionId(session),
        DENIED,
        SessionEnd.GRANT_ENDED);
  }

  private static void doubled(List<Fault> faults) {
    var promise = new NothingDoubled();
    faults.add(
        new Fault(
            promise,
            "laptop-7",
            "a second posture called activity-0-0 on partition 0",
            story -> story.postures.add(moved(story.postures.getFirst()))));
    faults.add(
        new Fault(
            promise,
            DENIED.toString(),
            "a second event of command d2",
            story -> story.append("d2", 2, event(story, DENIED, RequestDenied.class))));
    faults.add(
        new Fault(
            promise,
            DENIED.toString(),
            "accepted a second time",
            story -> story.append("d3", 2, event(story, DENIED, RequestDenied.class))));
    faults.add(
        new Fault(
            promise,
            DENIED.toString(),
            "d2 of contoso, ending session s-1",
            story -> {
              story.append("d2", 2, sessionEnded("s-1"));
              story.append("d2", 2, sessionEnded("s-2"));
              story.append("d2", 2, sessionEnded("s-1"));
            }));
    faults.add(
        new Fault(
            promise,
            CONTOSO.toString(),
            "a second command called intake-0-0",
            story -> story.commands.add(moved(story.command("intake-0-0")))));
    faults.add(
        new Fault(
            promise,
            CONTOSO.toString(),
            "a second audit record of contoso/1",
            story -> story.audit.add(moved(story.auditOf(story.events.getFirst())))));
    faults.add(
        new Fault(
            promise,
            "lockbox.requests",
            "a second quarantine entry",
            story -> story.quarantine.add(moved(story.quarantine.getFirst()))));
  }

  private static void outOfOrder(List<Fault> faults) {
    faults.add(
        new Fault(
            new DenseSequence(),
            DENIED.toString(),
            "was expected, was",
            story -> story.events.remove(story.event(REVOKED, RequestOpened.class))));
    var promise = new InOrderPerRequest();
    faults.add(
        new Fault(
            promise,
            DENIED.toString(),
            "belongs on partition",
            story -> {
              var entry = story.event(DENIED, RequestDenied.class);
              story.events.set(story.events.indexOf(entry), entry.at(entry.partition() + 1, 1000));
            }));
    faults.add(
        new Fault(
            promise,
            REVOKED.toString(),
            "version 2 was expected, was 3",
            story -> story.events.remove(story.event(REVOKED, RequestApproved.class))));
    faults.add(
        new Fault(
            promise,
            REVOKED.toString(),
            "was published before",
            story -> {
              var first = story.submissions.getFirst();
              story.submissions.add(first.at(first.partition(), 99));
              var record = story.command("intake-0-0");
              var renamed =
                  new LoggedCommand(new CommandId("intake-0-99"), record.message().command());
              story.commands.add(0, record.with(renamed));
            }));
  }

  private static void undecided(List<Fault> faults) {
    var promise = new DecidedAsTheRulesSay();
    faults.add(
        new Fault(
            promise,
            REVOKED.toString(),
            "was expected, was",
            story -> regrant(story, REVOKED, ANNA, Duration.ofMillis(1))));
    faults.add(
        new Fault(
            promise,
            GRANTED.toString(),
            "nothing was expected any more",
            story -> story.append("d9", 3, event(story, GRANTED, RequestApproved.class))));
    faults.add(
        new Fault(
            promise,
            "fabrikam",
            "RequestApproved",
            story -> story.events.remove(story.event(GRANTED, RequestApproved.class))));
  }

  private static void misfolded(List<Fault> faults) {
    var promise = new FoldOfEventsEqualsState();
    faults.add(
        new Fault(
            promise,
            REVOKED.toString(),
            "events add up to",
            story -> story.states.remove(story.state(REVOKED))));
    faults.add(
        new Fault(
            promise,
            GRANTED.toString(),
            "there is no state of it",
            story -> story.states.removeIf(one -> one.message().request().equals(GRANTED))));
    faults.add(
        new Fault(
            promise,
            DENIED.toString(),
            "cannot follow",
            story -> story.append("x", 3, event(story, DENIED, RequestDenied.class))));
    faults.add(
        new Fault(
            promise,
            GRANTED.toString(),
            "it is not listed",
            story -> story.views.set(1, view(story, 1, List.of()))));
    faults.add(
        new Fault(
            promise,
            GRANTED.toString(),
            "at version 2 was expected, was",
            story -> ((ObjectNode) story.views.get(1).items().getFirst()).put("version", 1)));
    faults.add(
        new Fault(
            promise,
            GRANTED.toString(),
            "it is listed twice",
            story -> {
              var item = story.views.get(1).items().getFirst();
              story.views.set(1, view(story, 1, List.of(item, item)));
            }));
    faults.add(
        new Fault(
            promise,
            "fabrikam/ghost",
            "it never happened",
            story -> {
              var item = (ObjectNode) story.views.get(1).items().getFirst();
              story.views.set(1, view(story, 1, List.of(item, item.deepCopy().put("id", "ghost"))));
            }));
  }

  /** As if another event stood right behind the opening. */
  private static void insteadOfTheOpening(
      Story story, Function<RequestOpened, RequestEvent> another) {
    var opening = story.event(REVOKED, RequestOpened.class);
    var opened = (RequestOpened) opening.message().event();
    var was = opening.message();
    var added = new Recorded(was.sequence(), was.version(), was.cause(), another.apply(opened));
    story.events.add(
        story.events.indexOf(opening) + 1,
        new Logged<>(
            opening.topic(), opening.partition(), opening.offset(), opening.timestamp(), added));
  }

  private static RequestEvent needingTwo(RequestOpened opened) {
    var stage = new Stage(Optional.empty(), opened.approvers(), 2);
    return new ApprovalsRequired(
        opened.request(), opened.at(), opened.by(), List.of(stage), ApproverMode.SNAPSHOT);
  }

  private static RequestEvent approvedBefore(RequestOpened opened) {
    var by = new Provenance(new Attempt(ANNA, opened.by().attempt().id()), opened.by().content());
    return new ApprovalGiven(opened.request(), opened.at(), by, Optional.empty(), 0);
  }

  private static RequestEvent grantedUnasked(RequestOpened opened) {
    return new GrantedWithoutCustomer(
        opened.request(),
        opened.at(),
        opened.by(),
        opened.asked(),
        opened.approvers(),
        WithoutCustomer.NOT_ENROLLED,
        opened.decideBy());
  }

  private static void unapproved(List<Fault> faults) {
    var promise = new NoGrantWithoutAnothersApproval();
    faults.add(
        new Fault(
            promise,
            REVOKED.toString(),
            "approved their own request",
            story -> regrant(story, REVOKED, EVA, Duration.ZERO)));
    faults.add(
        new Fault(
            promise,
            REVOKED.toString(),
            "was not named at opening",
            story -> regrant(story, REVOKED, FEMI, Duration.ZERO)));
    faults.add(
        new Fault(
            promise,
            REVOKED.toString(),
            "was no approver of the tenant by then",
            story -> {
              var registered = story.events.stream().filter(Faults::isOfContoso).findFirst();
              var event = (TenantRegistered) registered.orElseThrow().message().event();
              story.change(
                  registered.get(),
                  new ApproversReplaced(
                      event.tenant(),
                      event.at(),
                      event.by(),
                      Set.of(Member.of("ben", "ben@example.com"))));
            }));
    faults.add(
        new Fault(
            promise,
            REVOKED.toString(),
            "was no approver of the tenant by then",
            story -> {
              var registered = story.events.stream().filter(Faults::isOfContoso).findFirst();
              var event = (TenantRegistered) registered.orElseThrow().message().event();
              var others = Set.of(Member.of("ben", "ben@example.com"));
              story.change(
                  registered.get(),
                  new MembersReplaced(
                      event.tenant(), event.at(), event.by(), others, Set.of(), Set.of()));
            }));
    faults.add(
        new Fault(
            promise,
            REVOKED.toString(),
            "there is no such approval on the command log",
            story -> story.commands.remove(story.command("a1"))));
    faults.add(
        new Fault(
            promise,
            REVOKED.toString(),
            "approved and never opened",
            story -> story.events.remove(story.event(REVOKED, RequestOpened.class))));
    faults.add(
        new Fault(
            promise,
            REVOKED.toString(),
            "stage 0 needed the yes of 2 people and had 1",
            story -> insteadOfTheOpening(story, Faults::needingTwo)));
    faults.add(
        new Fault(
            promise,
            REVOKED.toString(),
            "counted twice",
            story -> insteadOfTheOpening(story, Faults::approvedBefore)));
    faults.add(
        new Fault(
            promise,
            REVOKED.toString(),
            "granted without the customer",
            story ->
                story.change(
                    story.event(REVOKED, RequestOpened.class),
                    grantedUnasked(
                        (RequestOpened)
                            story.event(REVOKED, RequestOpened.class).message().event()))));
  }

  private static void late(List<Fault> faults) {
    var promise = new NoLateGrant();
    faults.add(
        new Fault(
            promise,
            REVOKED.toString(),
            "too late since",
            story -> {
              var opened = event(story, REVOKED, RequestOpened.class);
              regrant(story, REVOKED, opened.decideBy(), Duration.ZERO);
            }));
    faults.add(
        new Fault(
            promise,
            REVOKED.toString(),
            "granted at another time than its command was appended",
            story -> {
              var at = event(story, REVOKED, RequestApproved.class).at();
              regrant(story, REVOKED, at.minusMillis(1), Duration.ZERO);
            }));
    faults.add(
        new Fault(
            promise,
            REVOKED.toString(),
            "access until",
            story -> regrant(story, REVOKED, ANNA, Duration.ofMillis(1))));
    faults.add(
        new Fault(
            promise,
            REVOKED.toString(),
            "access began outside of its time",
            story -> story.append("alarm-early", 4, new AccessStarted(REVOKED, story.readAt))));
    faults.add(
        new Fault(
            promise,
            REVOKED.toString(),
            "access is for longer than the limit",
            story -> reopen(story, Duration.ofHours(9), Duration.ZERO)));
    faults.add(
        new Fault(
            promise,
            REVOKED.toString(),
            "decideBy is not the pending window after opening",
            story -> reopen(story, Duration.ofHours(8), Duration.ofMillis(1))));
  }

  private static void undead(List<Fault> faults) {
    faults.add(
        new Fault(
            new OneTerminal(),
            DENIED.toString(),
            "RequestExpired after RequestDenied",
            story -> story.append("x", 3, new RequestExpired(DENIED, story.readAt))));
    var promise = new NoIsKept();
    faults.add(
        new Fault(
            promise,
            DENIED.toString(),
            "granted after ben",
            story -> {
              var approved = event(story, REVOKED, RequestApproved.class);
              story.append(
                  "x",
                  3,
                  new RequestApproved(
                      DENIED,
                      approved.at(),
                      approved.by(),
                      approved.reason(),
                      approved.accessUntil()));
              var denial = story.operation("deny-c-denied");
              story.operations.add(
                  new Operation(
                      DENIED,
                      by(BEN, "never-told"),
                      "Revoke",
                      denial.invoked(),
                      denial.answered(),
                      new Outcome.Accepted(2)));
            }));
    faults.add(
        new Fault(
            promise,
            DENIED.toString(),
            "still open after",
            story -> story.states.remove(story.state(DENIED))));
    faults.add(
        new Fault(
            new NothingLeftOpen(),
            GRANTED.toString(),
            "still open at",
            story -> story.readAt = story.readAt.plus(Duration.ofHours(9))));
  }

  private static void unrecorded(List<Fault> faults) {
    var promise = new AuditMatchesEvents();
    faults.add(
        new Fault(
            promise,
            DENIED.toString(),
            "there is no audit record of it",
            story -> story.audit.remove(story.auditOf(story.event(DENIED, RequestDenied.class)))));
    faults.add(
        new Fault(
            promise,
            "contoso",
            "sequence 1 was expected, was 2",
            story -> story.audit.remove(story.auditOf(firstOfContoso(story)))));
    faults.add(
        new Fault(
            promise,
            "contoso",
            "no event stands behind it",
            story -> story.events.remove(story.event(EXPIRED, RequestExpired.class))));
    faults.add(mistold("time", story -> json(story).put("time", 1)));
    faults.add(mistold("tenant contoso", story -> metadata(story).put("tenant_uid", "fabrikam")));
    faults.add(mistold("sequence", story -> metadata(story).put("sequence", 99)));
    faults.add(mistold("request", story -> metadata(story).put("correlation_uid", "c-denied")));
    faults.add(
        mistold(
            "refusal", story -> json(story).put("status_id", 2).put("status_code", "TOO_LATE")));
    faults.add(mistold("ben is not its actor", story -> json(story).remove("actor")));
    faults.add(
        mistold(
            "key contoso",
            story -> {
              var entry = story.auditOf(story.event(REVOKED, RequestRevoked.class));
              story.audit.set(
                  story.audit.indexOf(entry),
                  entry.with(new AuditEntry("fabrikam", entry.message().json())));
            }));
    var findings = new QuarantineIsOnRecord();
    var place = "Place[topic=lockbox.requests, partition=2, offset=0]";
    faults.add(
        new Fault(findings, place, "there is no audit record", story -> story.audit.removeLast()));
    faults.add(
        new Fault(
            findings,
            place,
            "its SHA-256 is not told",
            story -> ((ObjectNode) story.audit.getLast().message().json()).remove("value_sha256")));
    faults.add(
        new Fault(
            findings,
            "quarantine/lockbox.requests/2/0",
            "nothing is in quarantine",
            story -> story.quarantine.clear()));
  }

  private static void told(List<Fault> faults) {
    var promise = new NoOtherTenantsIds();
    faults.add(
        new Fault(
            promise,
            "fabrikam",
            "told of c-denied",
            story ->
                ((ObjectNode) story.views.get(1).items().getFirst())
                    .put("justification", "like c-denied")));
    faults.add(
        new Fault(
            promise,
            "fabrikam",
            "shown to it",
            story ->
                ((ObjectNode) story.views.get(1).items().getFirst()).put("tenant", "contoso")));
    faults.add(
        new Fault(
            promise,
            "contoso",
            "told of f-granted",
            story -> json(story).put("message", "see also f-granted")));
    var inTime = new AnsweredInRealTime();
    faults.add(
        new Fault(
            inTime,
            DENIED.toString(),
            "and decided at",
            story -> {
              var denial = story.operation("deny-c-denied");
              var early = denial.invoked().minus(Duration.ofMillis(200));
              story.replace(denial, denial.between(early.minusMillis(40), early));
            }));
    faults.add(
        new Fault(
            inTime,
            REVOKED.toString(),
            "and decided before it",
            story -> {
              var approval = story.operation("approve-c-revoked");
              var later = story.operation("deny-c-denied").answered();
              story.operations.removeIf(one -> one.attempt().equals(approval.attempt()));
              story.operations.add(approval.between(later.plusMillis(100), later.plusMillis(200)));
            }));
  }

  private static Fault mistold(String why, Consumer<Story> spoil) {
    return new Fault(new AuditMatchesEvents(), REVOKED.toString(), why, spoil);
  }

  private static ObjectNode json(Story story) {
    var entry = story.auditOf(story.event(REVOKED, RequestRevoked.class));
    return (ObjectNode) entry.message().json();
  }

  private static ObjectNode metadata(Story story) {
    return (ObjectNode) json(story).path("metadata");
  }

  private static <T> T event(Story story, RequestId request, Class<T> kind) {
    return kind.cast(story.event(request, kind).message().event());
  }

  private static void regrant(Story story, RequestId request, PersonId who, Duration longer) {
    var was = event(story, request, RequestApproved.class);
    var by = new Provenance(by(who, was.by().attempt().id().value()), was.by().content());
    story.change(
        story.event(request, RequestApproved.class),
        new RequestApproved(request, was.at(), by, was.reason(), was.accessUntil().plus(longer)));
  }

  private static void regrant(Story story, RequestId request, Instant at, Duration longer) {
    var was = event(story, request, RequestApproved.class);
    story.change(
        story.event(request, RequestApproved.class),
        new RequestApproved(
            request, at, was.by(), was.reason(), at.plus(Duration.ofHours(8)).plus(longer)));
  }

  private static void reopen(Story story, Duration accessFor, Duration longer) {
    var was = event(story, REVOKED, RequestOpened.class);
    story.change(
        story.event(REVOKED, RequestOpened.class),
        new RequestOpened(
            was.request(),
            was.at(),
            was.by(),
            was.asked(),
            accessFor,
            was.approvers(),
            was.decideBy().plus(longer)));
  }

  private static boolean isOfContoso(Logged<Recorded> entry) {
    return entry.message().event().tenant().equals(CONTOSO);
  }

  private static Logged<Recorded> firstOfContoso(Story story) {
    return story.events.stream().filter(Faults::isOfContoso).findFirst().orElseThrow();
  }

  private static Viewed view(Story story, int index, List<JsonNode> items) {
    var was = story.views.get(index);
    return new Viewed(was.tenant(), was.readAt(), items);
  }

  /** The same record once more, further down. */
  private static <T> Logged<T> moved(Logged<T> record) {
    return record.at(record.partition(), record.offset() + 1000);
  }
}
