package dev.lockbox.testkit.promise;

import static dev.lockbox.domain.Cast.ANNA;
import static dev.lockbox.domain.Cast.BEN;
import static dev.lockbox.domain.Cast.CONTOSO;
import static dev.lockbox.domain.Cast.EVA;
import static dev.lockbox.domain.Cast.FABRIKAM;
import static dev.lockbox.domain.Cast.FEMI;
import static dev.lockbox.domain.Cast.JIT;
import static dev.lockbox.domain.Cast.NOON;
import static dev.lockbox.domain.Cast.OPERATOR;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockbox.domain.AccessRequest;
import dev.lockbox.domain.Asked;
import dev.lockbox.domain.Cast;
import dev.lockbox.domain.Command;
import dev.lockbox.domain.CommandRefused;
import dev.lockbox.domain.Event;
import dev.lockbox.domain.Membership;
import dev.lockbox.domain.Posture;
import dev.lockbox.domain.Recorded;
import dev.lockbox.domain.RequestCommand.Approve;
import dev.lockbox.domain.RequestCommand.Deny;
import dev.lockbox.domain.RequestCommand.EnforceDeadline;
import dev.lockbox.domain.RequestCommand.OpenRequest;
import dev.lockbox.domain.RequestEvent;
import dev.lockbox.domain.RequestEvent.RequestOpened;
import dev.lockbox.domain.TenantCommand.RegisterTenant;
import dev.lockbox.domain.decision.Attempt;
import dev.lockbox.domain.identity.CommandId;
import dev.lockbox.domain.identity.DecisionId;
import dev.lockbox.domain.identity.DeviceId;
import dev.lockbox.domain.identity.Member;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.PersonalText;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.domain.rules.AccessLimits;
import dev.lockbox.events.message.Bytes;
import dev.lockbox.events.message.HeedPosture;
import dev.lockbox.events.message.LoggedCommand;
import dev.lockbox.events.message.QuarantineCause;
import dev.lockbox.events.message.Quarantined;
import dev.lockbox.events.message.RequestSnapshot;
import dev.lockbox.events.message.Submission;
import dev.lockbox.events.topic.Topics;
import dev.lockbox.testkit.run.AuditEntry;
import dev.lockbox.testkit.run.Logged;
import dev.lockbox.testkit.run.Meaningless;
import dev.lockbox.testkit.run.Operation;
import dev.lockbox.testkit.run.Outcome;
import dev.lockbox.testkit.run.Run;
import dev.lockbox.testkit.run.Viewed;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A run in which nothing went wrong, as lists that a test may spoil: one request granted and
 * revoked, one denied, one expired, one of another customer granted, and garbage in quarantine.
 */
final class Story {
  static final RequestId REVOKED = new RequestId(CONTOSO, "c-revoked");
  static final RequestId DENIED = new RequestId(CONTOSO, "c-denied");
  static final RequestId EXPIRED = new RequestId(CONTOSO, "c-expired");
  static final RequestId GRANTED = new RequestId(FABRIKAM, "f-granted");

  private static final AccessLimits LIMITS = AccessLimits.DEFAULTS;
  private static final Duration STEP = Duration.ofSeconds(1);

  final List<Logged<Submission>> submissions = new ArrayList<>();
  final List<Logged<LoggedCommand>> commands = new ArrayList<>();
  final List<Logged<HeedPosture>> postures = new ArrayList<>();
  final List<Logged<Recorded>> events = new ArrayList<>();
  final List<Logged<RequestSnapshot>> states = new ArrayList<>();
  final List<Logged<AuditEntry>> audit = new ArrayList<>();
  final List<Logged<Quarantined>> quarantine = new ArrayList<>();
  final List<Logged<Meaningless>> unreadable = new ArrayList<>();
  final List<Operation> operations = new ArrayList<>();
  final List<Viewed> views = new ArrayList<>();
  Instant readAt = NOON.plus(LIMITS.pendingWindow()).plus(Duration.ofMinutes(1));

  private final Map<String, Long> offsets = new HashMap<>();
  private Instant now = NOON;

  Story() {
    ask("register-1", new RegisterTenant(CONTOSO, by(OPERATOR, "r1"), members(ANNA, BEN)));
    ask("register-2", new RegisterTenant(FABRIKAM, by(OPERATOR, "r2"), members(FEMI)));
    open(REVOKED);
    open(DENIED);
    open(EXPIRED);
    approve("a1", REVOKED, ANNA, new Outcome.Accepted(2));
    approve("a2", REVOKED, ANNA, new Outcome.Accepted(2)); // the same attempt again
    deny("d1", REVOKED, BEN, 3);
    deny("d2", DENIED, ANNA, 2);
    ask("alarm-early", new EnforceDeadline(EXPIRED));
    approve("own", EXPIRED, EVA, new Outcome.Refused("OWN_REQUEST"));
    now = NOON.plus(LIMITS.pendingWindow()).plusSeconds(10);
    ask("alarm-due", new EnforceDeadline(EXPIRED));
    open(GRANTED);
    approve("f1", GRANTED, FEMI, new Outcome.Accepted(2));
    heed(new Posture(new DeviceId("laptop-7"), by(OPERATOR, "p1"), false, NOON));
    Replay.of(run()).happened().forEach(this::happened);
    garbage();
    show();
  }

  Run run() {
    return new Run(
        LIMITS,
        readAt,
        submissions,
        commands,
        events,
        states,
        audit,
        quarantine,
        List.of(),
        postures,
        unreadable,
        operations,
        views);
  }

  /** The entry of this request and this kind of event. */
  Logged<Recorded> event(RequestId request, Class<?> kind) {
    return events.stream()
        .filter(entry -> kind.isInstance(entry.message().event()))
        .filter(entry -> entry.message().event().about().equals(Optional.of(request)))
        .findFirst()
        .orElseThrow();
  }

  /** Puts another event in the place of one. */
  void change(Logged<Recorded> entry, Event other) {
    var was = entry.message();
    var now = new Recorded(was.sequence(), was.version(), was.cause(), other);
    events.set(events.indexOf(entry), entry.with(now));
  }

  /** One more event at the end of its tenant's history. */
  Logged<Recorded> append(String cause, long version, Event event) {
    var sequence =
        events.stream()
                .filter(entry -> entry.message().event().tenant().equals(event.tenant()))
                .count()
            + 1;
    var entry =
        logged(
            Topics.EVENTS.name(),
            Topics.partitionOf(event.tenant(), Topics.EVENTS.partitions()),
            event.at(),
            new Recorded(sequence, version, new CommandId(cause), event));
    events.add(entry);
    return entry;
  }

  Logged<AuditEntry> auditOf(Logged<Recorded> event) {
    var uid = AuditNames.uid(event.message());
    return audit.stream().filter(one -> one.message().uid().equals(uid)).findFirst().orElseThrow();
  }

  Logged<LoggedCommand> command(String id) {
    return commands.stream()
        .filter(one -> one.message().id().value().equals(id))
        .findFirst()
        .orElseThrow();
  }

  Operation operation(String decision) {
    return operations.stream()
        .filter(one -> one.attempt().id().value().equals(decision))
        .findFirst()
        .orElseThrow();
  }

  void replace(Operation operation, Operation other) {
    operations.set(operations.indexOf(operation), other);
  }

  Logged<RequestSnapshot> state(RequestId request) {
    return States.newest(run()).get(request);
  }

  Logged<LoggedCommand> ask(String id, Command command) {
    now = now.plus(STEP);
    var record =
        logged(
            Topics.COMMANDS.name(),
            Topics.partitionOf(command.tenant(), Topics.COMMANDS.partitions()),
            now,
            new LoggedCommand(new CommandId(id), command));
    commands.add(record);
    return record;
  }

  static OpenRequest opening(RequestId request) {
    return new OpenRequest(
        request,
        by(JIT, "open"),
        new Asked(
            EVA,
            new PersonalText(EVA, Cast.JUSTIFICATION),
            Optional.empty(),
            Cast.ACTIONS,
            Cast.RESOURCES,
            Optional.empty()));
  }

  static Attempt by(PersonId person, String id) {
    return new Attempt(person, new DecisionId(id));
  }

  private void open(RequestId request) {
    var submission = new Submission(opening(request), now);
    var published = logged(Topics.REQUESTS.name(), 0, now, submission);
    submissions.add(published);
    ask("intake-0-" + published.offset(), submission.command());
    var told = new Outcome.Published(0, published.offset());
    operations.add(
        new Operation(request, by(JIT, "open"), "OpenRequest", now.minus(STEP), now, told));
  }

  /** Of a device on which nobody is. */
  private void heed(Posture posture) {
    var told = new HeedPosture(new CommandId("activity-0-0"), posture);
    for (var partition = 0; partition < Topics.COMMANDS.partitions(); partition++) {
      postures.add(logged(Topics.COMMANDS.name(), partition, now, told));
    }
  }

  private void approve(String command, RequestId request, PersonId who, Outcome told) {
    var attempt = by(who, "approve-" + request.value());
    var asked = ask(command, new Approve(request, attempt, Optional.empty(), 1, Optional.empty()));
    answered(request, attempt, "Approve", asked.timestamp(), told);
  }

  private void deny(String command, RequestId request, PersonId who, long version) {
    var attempt = by(who, "deny-" + request.value());
    var asked = ask(command, new Deny(request, attempt, Optional.empty()));
    answered(request, attempt, "Deny", asked.timestamp(), new Outcome.Accepted(version));
  }

  private void answered(
      RequestId request, Attempt attempt, String command, Instant at, Outcome told) {
    var moment = Duration.ofMillis(20);
    operations.add(
        new Operation(request, attempt, command, at.minus(moment), at.plus(moment), told));
  }

  /** The record that the processor and the audit projector would have left. */
  private void happened(Recorded recorded) {
    var event = recorded.event();
    var partition = Topics.partitionOf(event.tenant(), Topics.EVENTS.partitions());
    events.add(logged(Topics.EVENTS.name(), partition, event.at(), recorded));
    audit.add(logged(Topics.AUDIT.name(), partition, event.at(), audited(recorded)));
    if (event instanceof RequestEvent moved) {
      var before =
          states.stream()
              .filter(one -> one.message().request().equals(moved.request()))
              .reduce((older, newer) -> newer)
              .map(one -> one.message().state())
              .orElse(AccessRequest.UNOPENED);
      var after = new RequestSnapshot(moved.request(), AccessRequest.evolve(before, moved));
      states.add(logged(Topics.STATE.name(), partition, event.at(), after));
    }
  }

  private static AuditEntry audited(Recorded recorded) {
    var event = recorded.event();
    var json = object();
    json.put("time", event.at().toEpochMilli());
    var metadata = json.putObject("metadata");
    metadata.put("uid", AuditNames.uid(recorded));
    metadata.put("tenant_uid", event.tenant().value());
    metadata.put("sequence", recorded.sequence());
    event.about().ifPresent(request -> metadata.put("correlation_uid", request.value()));
    if (event instanceof CommandRefused refused) {
      json.put("status_id", 2).put("status_code", refused.refusal().name());
    }
    var who =
        event instanceof RequestOpened
            ? Optional.of(EVA.value())
            : Told.attempt(event).map(attempt -> attempt.actor().value());
    who.ifPresent(person -> json.putObject("actor").putObject("user").put("uid", person));
    return new AuditEntry(event.tenant().value(), json);
  }

  private static final Meaningless MEANINGLESS =
      new Meaningless(QuarantineCause.WRONG_MAGIC, Optional.empty(), Optional.empty());

  private void garbage() {
    var garbage = new Bytes("garbage".getBytes(UTF_8));
    var place = logged(Topics.REQUESTS.name(), 2, now, MEANINGLESS);
    unreadable.add(place);
    var found =
        new Quarantined(
            place.topic(),
            place.partition(),
            place.offset(),
            now,
            Optional.empty(),
            QuarantineCause.WRONG_MAGIC,
            "",
            Optional.of(garbage),
            Optional.of(garbage));
    quarantine.add(logged(Topics.QUARANTINE.name(), 0, now, found));
    var json = object();
    json.putObject("metadata").put("uid", AuditNames.uid(found));
    json.put("value_sha256", garbage.sha256());
    audit.add(logged(Topics.AUDIT.name(), 5, now, new AuditEntry("_quarantine", json)));
  }

  private void show() {
    for (var tenant : List.of(CONTOSO, FABRIKAM)) {
      var items =
          States.newest(run()).values().stream()
              .map(Logged::message)
              .filter(one -> one.request().tenant().equals(tenant))
              .map(Story::shown)
              .toList();
      views.add(new Viewed(tenant, readAt, items));
    }
  }

  private static JsonNode shown(RequestSnapshot snapshot) {
    return object()
        .put("id", snapshot.request().value())
        .put("tenant", snapshot.request().tenant().value())
        .put(
            "state",
            WireNames.of(snapshot.state(), false, NOON.minus(STEP)).stream()
                .sorted()
                .findFirst()
                .orElseThrow())
        .put("version", snapshot.state().version());
  }

  private <T> Logged<T> logged(String topic, int partition, Instant at, T message) {
    var offset = offsets.merge(topic + "-" + partition, 1L, Long::sum) - 1;
    return new Logged<>(topic, partition, offset, at, message);
  }

  private static Membership members(PersonId... approvers) {
    var members =
        Arrays.stream(approvers)
            .map(person -> Member.of(person.value(), person + "@example.com"))
            .collect(Collectors.toSet());
    return new Membership("Premier", members, Set.of(), Set.of());
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }
}
