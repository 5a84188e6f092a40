package dev.lockbox.events.codec;

import static dev.lockbox.domain.Cast.ANNA;
import static dev.lockbox.domain.Cast.CARLA;
import static dev.lockbox.domain.Cast.CONTOSO;
import static dev.lockbox.domain.Cast.EVA;
import static dev.lockbox.domain.Cast.GATEWAY;
import static dev.lockbox.domain.Cast.JIT;
import static dev.lockbox.domain.Cast.MORNING;
import static dev.lockbox.domain.Cast.REQUEST;

import dev.lockbox.domain.AccessCommand.AcknowledgeClosing;
import dev.lockbox.domain.AccessCommand.FinishAccess;
import dev.lockbox.domain.AccessRequest;
import dev.lockbox.domain.Command;
import dev.lockbox.domain.Denials;
import dev.lockbox.domain.DialogueCommand.AcceptOffer;
import dev.lockbox.domain.DialogueCommand.AnswerQuestion;
import dev.lockbox.domain.ExclusionSamples;
import dev.lockbox.domain.IssuerSamples;
import dev.lockbox.domain.KeySamples;
import dev.lockbox.domain.PolicySamples;
import dev.lockbox.domain.Posture;
import dev.lockbox.domain.Recorded;
import dev.lockbox.domain.RequestCommand.OpenRequest;
import dev.lockbox.domain.RequestCommand.ResolveTicket;
import dev.lockbox.domain.RequestCommand.Withdraw;
import dev.lockbox.domain.RolesSamples;
import dev.lockbox.domain.Samples;
import dev.lockbox.domain.SessionCommand;
import dev.lockbox.domain.SessionSamples;
import dev.lockbox.domain.decision.Attempt;
import dev.lockbox.domain.decision.Trail;
import dev.lockbox.domain.evaluation.Facts;
import dev.lockbox.domain.freeze.Freezes;
import dev.lockbox.domain.gateway.SeatReport.SeatAnswered;
import dev.lockbox.domain.gateway.SeatReport.SeatLeft;
import dev.lockbox.domain.identity.CommandId;
import dev.lockbox.domain.identity.DecisionId;
import dev.lockbox.domain.identity.DeviceId;
import dev.lockbox.domain.identity.HostId;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.PersonalText;
import dev.lockbox.domain.identity.SessionId;
import dev.lockbox.domain.rules.Policy;
import dev.lockbox.domain.rules.Settings;
import dev.lockbox.domain.session.Seats;
import dev.lockbox.domain.session.Seats.Seat;
import dev.lockbox.domain.signature.ApproverKeys;
import dev.lockbox.domain.tenant.Changes;
import dev.lockbox.domain.tenant.Proposal;
import dev.lockbox.domain.tenant.Tenant;
import dev.lockbox.events.message.Activity;
import dev.lockbox.events.message.ActivityLogEntry;
import dev.lockbox.events.message.Bytes;
import dev.lockbox.events.message.CommandLogEntry;
import dev.lockbox.events.message.DenialsSnapshot;
import dev.lockbox.events.message.EngineerSnapshot;
import dev.lockbox.events.message.ExclusionSnapshot;
import dev.lockbox.events.message.FreezeSnapshot;
import dev.lockbox.events.message.HeedPosture;
import dev.lockbox.events.message.LoggedCommand;
import dev.lockbox.events.message.Notice;
import dev.lockbox.events.message.PostureFound;
import dev.lockbox.events.message.QuarantineCause;
import dev.lockbox.events.message.Quarantined;
import dev.lockbox.events.message.RequestSnapshot;
import dev.lockbox.events.message.RoleSnapshot;
import dev.lockbox.events.message.RolesSnapshot;
import dev.lockbox.events.message.SeatNews;
import dev.lockbox.events.message.SeatsSnapshot;
import dev.lockbox.events.message.SessionsSnapshot;
import dev.lockbox.events.message.SignedOut;
import dev.lockbox.events.message.Submission;
import dev.lockbox.events.message.TenantSnapshot;
import dev.lockbox.events.message.Tick;
import dev.lockbox.events.topic.Topic;
import dev.lockbox.events.topic.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * At least one message of every record type of every topic. They never change: see the golden
 * bytes.
 */
final class Messages {
  private static final Posture POSTURE =
      new Posture(
          new DeviceId("workstation-7"), attempt("examined-7"), false, MORNING.minusSeconds(60));

  private Messages() {}

  /** By topic, in the order of the topic table. */
  static Map<Topic, List<?>> all() {
    var all = new LinkedHashMap<Topic, List<?>>();
    all.put(Topics.REQUESTS, submissions());
    all.put(Topics.ACTIVITY, activityLog());
    all.put(Topics.COMMANDS, commandLog());
    all.put(Topics.EVENTS, events());
    all.put(Topics.STATE, states());
    all.put(Topics.ROLES, roles());
    all.put(Topics.NOTICES, notices());
    all.put(Topics.SIGN_OUTS, signOuts());
    all.put(Topics.QUARANTINE, quarantined());
    return all;
  }

  static List<Submission> submissions() {
    return Stream.concat(
            openings()
                .map(
                    open ->
                        new OpenRequest(
                            REQUEST, attempt("open"), open.asked(), open.details(), Facts.NONE)),
            Stream.of(
                new Withdraw(REQUEST, attempt("withdraw"), EVA),
                new ResolveTicket(REQUEST, attempt("resolve-ticket")),
                new FinishAccess(REQUEST, attempt("finish"), EVA),
                new AnswerQuestion(
                    REQUEST,
                    attempt("answer-2"),
                    EVA,
                    2,
                    new PersonalText(EVA, "the second, as far as its metrics tell")),
                new AcceptOffer(REQUEST, attempt("accept-4"), EVA, 4),
                new AcknowledgeClosing(REQUEST, attempt("closed-gateway-1"), GATEWAY)))
        .map(command -> new Submission(command, MORNING))
        .toList();
  }

  static List<Activity> activity() {
    return allCommands()
        .filter(SessionCommand.Told.class::isInstance)
        .filter(told -> !(told instanceof SessionCommand.StartSession start && start.seatTaken()))
        .map(told -> new Activity((SessionCommand.Told) told, MORNING))
        .toList();
  }

  static List<ActivityLogEntry> activityLog() {
    var eva = SessionSamples.EVA_AT_CONTOSO;
    var claim = new CommandId("activity-1-7");
    var session = new SessionId("session-1");
    return Stream.<Stream<? extends ActivityLogEntry>>of(
            activity().stream(),
            Stream.of(
                    new SeatAnswered(eva, claim, Optional.of(session)),
                    new SeatAnswered(eva, claim, Optional.empty()),
                    new SeatLeft(eva, session))
                .map(SeatNews::new),
            Stream.of(new PostureFound(POSTURE, MORNING)))
        .<ActivityLogEntry>flatMap(entries -> entries)
        .toList();
  }

  static List<SeatsSnapshot> seats() {
    var session = new SessionId("session-1");
    var held =
        new TreeMap<>(
            Map.of(
                new CommandId("activity-1-7"), new Seat(CONTOSO, session, true, MORNING),
                new CommandId("activity-1-8"), new Seat(CONTOSO, session, false, MORNING)));
    return List.of(new SeatsSnapshot(EVA, new Seats(held)));
  }

  static List<SessionsSnapshot> sessions() {
    return List.of(new SessionsSnapshot(SessionSamples.EVA_AT_CONTOSO, SessionSamples.state()));
  }

  static List<DenialsSnapshot> denials() {
    var denied = new Denials(List.of(MORNING, MORNING.plusSeconds(7)));
    return List.of(new DenialsSnapshot(SessionSamples.EVA_AT_CONTOSO, denied));
  }

  private static Stream<OpenRequest> openings() {
    return allCommands().filter(OpenRequest.class::isInstance).map(OpenRequest.class::cast);
  }

  static List<LoggedCommand> commands() {
    return allCommands()
        .map(command -> new LoggedCommand(new CommandId("command-1"), command))
        .toList();
  }

  static List<CommandLogEntry> commandLog() {
    return Stream.<CommandLogEntry>concat(
            commands().stream(),
            Stream.of(
                new Tick(0, new HostId("api-1.internal"), MORNING),
                new HeedPosture(new CommandId("activity-1-9"), POSTURE)))
        .toList();
  }

  private static Stream<Command> allCommands() {
    return Stream.of(Samples.commands(), Samples.sparseCommands()).flatMap(List::stream);
  }

  static List<Recorded> events() {
    return Stream.of(Samples.events(), Samples.sparseEvents()).flatMap(List::stream).toList();
  }

  static List<RequestSnapshot> snapshots() {
    return Samples.states().stream()
        .filter(state -> !(state instanceof AccessRequest.Unopened))
        .map(state -> new RequestSnapshot(REQUEST, state))
        .toList();
  }

  /** As gateways read them; a store keeps no frozen one. */
  static List<RequestSnapshot> states() {
    var frozen = Samples.states().get(2);
    return Stream.concat(
            snapshots().stream(), Stream.of(new RequestSnapshot(REQUEST, frozen, true)))
        .toList();
  }

  static List<ExclusionSnapshot> exclusions() {
    return ExclusionSamples.states().stream()
        .map(state -> new ExclusionSnapshot(ExclusionSamples.EXCLUSION, state))
        .toList();
  }

  static List<FreezeSnapshot> freezes() {
    return List.of(
        new FreezeSnapshot(
            CONTOSO, new Freezes(new TreeSet<>(Set.of(Samples.UNREADABLE)), trail())));
  }

  static List<RolesSnapshot> roles() {
    return Stream.<RolesSnapshot>concat(roleSnapshots().stream(), engineers().stream()).toList();
  }

  static List<RoleSnapshot> roleSnapshots() {
    return RolesSamples.roles().stream()
        .map(state -> new RoleSnapshot(CONTOSO, RolesSamples.LEADS, state))
        .toList();
  }

  static List<EngineerSnapshot> engineers() {
    return RolesSamples.engineers().stream()
        .map(state -> new EngineerSnapshot(CONTOSO, EVA, state))
        .toList();
  }

  static List<Notice> notices() {
    var key = new Notice.Key(CONTOSO, 3, ANNA);
    return List.of(
        new Notice(key, Notice.Status.SENT, "<contoso.3.anna@lockbox>", 1, Optional.empty()),
        new Notice(
            key, Notice.Status.PENDING, "<contoso.3.anna@lockbox>", 2, Optional.of("450 busy")));
  }

  static List<SignedOut> signOuts() {
    return List.of(
        new SignedOut(
            "LPJNul-wow4m6DsqxbninhsWHlwfp0JecwQzYpOLmCQ", MORNING.plus(Duration.ofHours(8))));
  }

  static List<Quarantined> quarantined() {
    return List.of(
        new Quarantined(
            "lockbox.requests",
            2,
            1001,
            MORNING,
            Optional.of(CONTOSO),
            QuarantineCause.UNDECODABLE,
            "not an AccessRequested",
            Optional.of(new Bytes(new byte[] {'r', '1'})),
            Optional.of(new Bytes(new byte[] {0, 0, 0, 0, 1, -1}))),
        new Quarantined(
            "lockbox.commands",
            0,
            0,
            MORNING,
            Optional.empty(),
            QuarantineCause.EMPTY,
            "nothing there",
            Optional.empty(),
            Optional.empty()),
        new Quarantined(
                "lockbox.requests",
                2,
                1002,
                MORNING,
                Optional.empty(),
                QuarantineCause.WRONG_MAGIC,
                "one of too many",
                Optional.of(new Bytes(new byte[] {'r', '2'})),
                Optional.of(new Bytes(new byte[] {1, 2, 3})))
            .withoutBytes(),
        new Quarantined(
            "lockbox.requests",
            0,
            7,
            MORNING,
            Optional.empty(),
            QuarantineCause.TENANT_NOT_SERVED,
            "one-jit-service does not serve contoso",
            Optional.of(new Bytes(new byte[] {'r', '3'})),
            Optional.of(new Bytes(new byte[] {0, 0, 0, 0, 1}))),
        new Quarantined(
            "lockbox.requests",
            0,
            8,
            MORNING,
            Optional.empty(),
            QuarantineCause.FALSELY_ASSERTED,
            "claim sub is missing or wrong",
            Optional.of(new Bytes(new byte[] {'r', '4'})),
            Optional.of(new Bytes(new byte[] {0, 0, 0, 0, 1}))));
  }

  static List<TenantSnapshot> tenants() {
    var proposal = new Proposal(2, CARLA, Samples.SETTINGS);
    var changes = new LinkedHashMap<>(Map.of(CARLA, MORNING));
    return List.of(
        tenant(Settings.DEFAULTS, Optional.empty(), Changes.NONE),
        tenant(Samples.SETTINGS, Optional.of(proposal), new Changes(changes, Map.of())),
        having(PolicySamples.BEFORE, changes),
        having(PolicySamples.WITHOUT_IDS, changes),
        having(PolicySamples.WITHOUT_CREDENTIALS, changes),
        having(PolicySamples.WITHOUT_SIGNATURES, changes),
        having(PolicySamples.WITHOUT_REVIEW, changes),
        withKeys(),
        having(PolicySamples.WITHOUT_GUARD_RAILS, changes),
        having(PolicySamples.WITHOUT_READING, changes),
        having(PolicySamples.ALL, changes),
        withIssuers());
  }

  private static TenantSnapshot withKeys() {
    return new TenantSnapshot(
        CONTOSO,
        new Tenant.Registered(
            Samples.MEMBERSHIP,
            Settings.DEFAULTS,
            Optional.empty(),
            Changes.NONE,
            KeySamples.KEYS,
            Set.of(),
            trail()));
  }

  private static TenantSnapshot withIssuers() {
    return new TenantSnapshot(
        CONTOSO,
        new Tenant.Registered(
            Samples.MEMBERSHIP,
            Settings.DEFAULTS,
            Optional.empty(),
            Changes.NONE,
            ApproverKeys.NONE,
            IssuerSamples.ISSUERS,
            trail()));
  }

  private static TenantSnapshot having(Policy policy, SequencedMap<PersonId, Instant> changes) {
    return tenant(
        Settings.DEFAULTS.with(policy),
        Optional.of(new Proposal(3, CARLA, Samples.SETTINGS.with(policy))),
        new Changes(changes, Map.of(CARLA, MORNING.plusSeconds(60))));
  }

  private static TenantSnapshot tenant(
      Settings settings, Optional<Proposal> proposal, Changes changes) {
    return new TenantSnapshot(
        CONTOSO, new Tenant.Registered(Samples.MEMBERSHIP, settings, proposal, changes, trail()));
  }

  private static Trail trail() {
    var granted = Samples.states().get(2);
    return granted.trail();
  }

  private static Attempt attempt(String id) {
    return new Attempt(JIT, new DecisionId(id));
  }
}
