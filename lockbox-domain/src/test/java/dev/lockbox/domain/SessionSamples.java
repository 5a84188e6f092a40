package dev.lockbox.domain;

import static dev.lockbox.domain.Cast.CONTOSO;
import static dev.lockbox.domain.Cast.EVA;
import static dev.lockbox.domain.Cast.MORNING;
import static dev.lockbox.domain.Cast.REQUEST;

import dev.lockbox.domain.SessionCommand.EndSession;
import dev.lockbox.domain.SessionCommand.EnforceSessions;
import dev.lockbox.domain.SessionCommand.NoteActivity;
import dev.lockbox.domain.SessionCommand.ReportAction;
import dev.lockbox.domain.SessionCommand.ReportDevice;
import dev.lockbox.domain.SessionCommand.StartSession;
import dev.lockbox.domain.SessionEvent.ActionDenied;
import dev.lockbox.domain.SessionEvent.ActionPerformed;
import dev.lockbox.domain.SessionEvent.DevicePostureChanged;
import dev.lockbox.domain.SessionEvent.SessionActive;
import dev.lockbox.domain.SessionEvent.SessionEnded;
import dev.lockbox.domain.SessionEvent.SessionStarted;
import dev.lockbox.domain.SessionEvent.UseSummarised;
import dev.lockbox.domain.decision.Attempt;
import dev.lockbox.domain.decision.Provenance;
import dev.lockbox.domain.gateway.Channel;
import dev.lockbox.domain.gateway.Claim;
import dev.lockbox.domain.gateway.CommandLine;
import dev.lockbox.domain.gateway.Connection;
import dev.lockbox.domain.gateway.Deed;
import dev.lockbox.domain.gateway.Device;
import dev.lockbox.domain.gateway.Finding;
import dev.lockbox.domain.gateway.Keeps;
import dev.lockbox.domain.gateway.Obligation;
import dev.lockbox.domain.gateway.SessionEnd;
import dev.lockbox.domain.gateway.Usage;
import dev.lockbox.domain.gateway.Witness;
import dev.lockbox.domain.identity.ActionName;
import dev.lockbox.domain.identity.Code;
import dev.lockbox.domain.identity.DecisionId;
import dev.lockbox.domain.identity.DeviceId;
import dev.lockbox.domain.identity.EngineerId;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.PersonalText;
import dev.lockbox.domain.identity.ResourceName;
import dev.lockbox.domain.identity.SessionId;
import dev.lockbox.domain.rules.CommandRule;
import dev.lockbox.domain.rules.CredentialRule;
import dev.lockbox.domain.rules.EntryRules;
import dev.lockbox.domain.rules.SessionLimits;
import dev.lockbox.domain.rules.SessionRules;
import dev.lockbox.domain.rules.TargetRule;
import dev.lockbox.domain.rules.Wildcard;
import dev.lockbox.domain.session.GrantUse;
import dev.lockbox.domain.session.Session;
import dev.lockbox.domain.session.Sessions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What {@link Samples} has of engineers' sessions; it never changes either. */
public final class SessionSamples {
  public static final PersonId GATEWAY = new PersonId("gateway-1");
  public static final EngineerId EVA_AT_CONTOSO = new EngineerId(CONTOSO, EVA);
  public static final SessionId SESSION = new SessionId("session-2");
  public static final SessionId GATEWAY_SESSION = new SessionId("session-1");
  public static final DeviceId DEVICE = new DeviceId("saw-17");
  public static final ResourceName TARGET = Cast.RESOURCES.getFirst();
  public static final ResourceName ELSEWHERE = new ResourceName("/keyvaults/prod/secrets/admin");

  /** Everything told that can be told. */
  public static final Connection CONNECTION =
      new Connection(
          Channel.REMOTE_SHELL,
          "gateway.provider.example",
          Optional.of(
              new Device(
                  DEVICE,
                  Optional.of(new Claim("SAW")),
                  Optional.of(new Claim("hardened-7")),
                  Set.of(new Claim("usb-off"), new Claim("screen-lock")))),
          Set.of(new Claim("hwk"), new Claim("pin")),
          Optional.of(new Claim("card-0815")),
          Optional.of(new Claim("fips-140-2/4282")),
          Optional.of("DE"),
          Keeps.NOTHING);

  /** As little told as can be. */
  public static final Connection BARE =
      new Connection(
          Channel.API,
          "10.0.0.7",
          Optional.empty(),
          Set.of(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Keeps.NOTHING);

  /** By a gateway that keeps every obligation, and leaves two classes of data out. */
  public static final Connection KEEPING =
      new Connection(
          Channel.REMOTE_SHELL,
          "10.0.0.7",
          Optional.empty(),
          Set.of(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          new Keeps(
              Set.of(Obligation.REDACT, Obligation.RECORD),
              Set.of(new Code("PHI"), new Code("PCI"))));

  public static final Deed DEED =
      new Deed(
          Witness.GATEWAY,
          Cast.ACTIONS.getFirst(),
          TARGET,
          false,
          Optional.of(
              new CommandLine("Get-PodLog", Map.of("Pod", new PersonalText(EVA, "etcd-0")))),
          4096,
          Optional.of(new PersonalText(EVA, "4688: Get-PodLog -Pod etcd-0")),
          Map.of());

  public static final Deed INTENDED =
      new Deed(
          Witness.GATEWAY,
          Cast.ACTIONS.getFirst(),
          TARGET,
          false,
          Optional.of(
              new CommandLine("Get-PodLog", Map.of("Pod", new PersonalText(EVA, "etcd-0")))),
          0,
          Optional.empty(),
          Map.of());

  public static final Deed PREVENTED =
      new Deed(
          Witness.TARGET_LOG,
          new ActionName("secret.view"),
          ELSEWHERE,
          true,
          Optional.empty(),
          0,
          Optional.empty(),
          Map.of());

  /** With what it was done was told, too. */
  public static final Deed WITH_ARGUMENTS =
      new Deed(
          Witness.GATEWAY,
          Cast.ACTIONS.getFirst(),
          TARGET,
          false,
          Optional.empty(),
          1024,
          Optional.empty(),
          Map.of(
              new Code("container"), new PersonalText(EVA, "etcd"),
              new Code("since"), new PersonalText(EVA, "1h")));

  /** Everything set that can be set. */
  public static final SessionRules RULES =
      new SessionRules(
          new SessionLimits(Duration.ofMinutes(10), Duration.ofHours(4)),
          new EntryRules(
              Set.of(Channel.REMOTE_SHELL, Channel.RDP_GATEWAY),
              Set.of("gateway.provider.example"),
              true,
              Set.of(new Claim("hwk"), new Claim("fido")),
              Set.of(new Claim("SAW")),
              Set.of(new Claim("hardened-7")),
              Set.of(new Claim("usb-off")),
              Set.of(new Claim("fips-140-2/4282")),
              Set.of("DE", "CH"),
              List.of()),
          List.of(
              new TargetRule("/clusters/aro1", Optional.of(Duration.ofMinutes(5)), 2, Set.of(EVA))),
          List.of(
              new CommandRule(
                  Optional.empty(),
                  Set.of(Channel.REMOTE_SHELL),
                  Set.of(Cast.ACTIONS.getFirst()),
                  "Get-PodLog",
                  Map.of("Pod", new Wildcard("etcd-*")))),
          true,
          false);

  /** And with commands that records name, and nothing else typed anywhere. */
  public static final SessionRules LISTED_ONLY =
      new SessionRules(
          RULES.limits(),
          RULES.entry(),
          RULES.targets(),
          List.of(
              RULES.commands().getFirst(),
              new CommandRule(
                  Optional.of(new Code("read-logs")),
                  Set.of(Channel.REMOTE_SHELL),
                  Set.of(),
                  "Get-PodLog",
                  Map.of("Pod", new Wildcard("dns-*")))),
          RULES.endedOutOfGrant(),
          true);

  /** And with cards each of which is for one platform. */
  public static final SessionRules BY_CARD =
      new SessionRules(
          RULES.limits(),
          new EntryRules(
              RULES.entry().channels(),
              RULES.entry().sources(),
              RULES.entry().throughGateway(),
              RULES.entry().methods(),
              RULES.entry().kinds(),
              RULES.entry().systems(),
              RULES.entry().posture(),
              RULES.entry().crypto(),
              RULES.entry().countries(),
              List.of(
                  new CredentialRule(
                      new Wildcard("card-08*"),
                      Set.of(Channel.REMOTE_SHELL, Channel.RDP_GATEWAY),
                      "/clusters/aro1"),
                  new CredentialRule(new Wildcard("key-*"), Set.of(Channel.API), ""))),
          RULES.targets(),
          LISTED_ONLY.commands(),
          RULES.endedOutOfGrant(),
          LISTED_ONLY.listedOnly());

  private static final Instant HOUR_LATER = MORNING.plus(Duration.ofHours(1));
  private static final Duration IDLE = Duration.ofMinutes(15);
  private static final Instant END = HOUR_LATER.plus(Duration.ofHours(8));

  private static final Usage USAGE =
      new Usage(
          2,
          Duration.ofMinutes(50),
          new TreeMap<>(Map.of(Cast.ACTIONS.getFirst(), 3L)),
          new TreeSet<>(Cast.RESOURCES),
          1,
          1,
          8192);

  private SessionSamples() {}

  static List<Command> commands() {
    return List.of(
        start(),
        new NoteActivity(EVA_AT_CONTOSO, by("moved-1"), SESSION, REQUEST),
        report(),
        new EndSession(EVA_AT_CONTOSO, by("left-1"), SESSION, REQUEST),
        new ReportDevice(EVA_AT_CONTOSO, by("device-1"), DEVICE, false),
        new EnforceSessions(EVA_AT_CONTOSO));
  }

  static List<Command> sparseCommands() {
    return List.of(
        new StartSession(
            EVA_AT_CONTOSO,
            by("start-1"),
            GATEWAY_SESSION,
            REQUEST,
            Optional.empty(),
            Optional.empty(),
            BARE),
        new ReportAction(
            EVA_AT_CONTOSO, by("log-1"), Optional.empty(), Optional.empty(), PREVENTED),
        keepingStart(),
        argued(),
        startElsewhere());
  }

  static List<Event> events() {
    return List.of(
        new SessionStarted(
            EVA_AT_CONTOSO,
            HOUR_LATER,
            provenance(start()),
            SESSION,
            REQUEST,
            Optional.of(TARGET),
            Optional.of(GATEWAY_SESSION),
            CONNECTION,
            Cast.ACTIONS,
            IDLE,
            END,
            END),
        new SessionActive(
            EVA_AT_CONTOSO,
            HOUR_LATER,
            provenance(new NoteActivity(EVA_AT_CONTOSO, by("moved-1"), SESSION, REQUEST)),
            SESSION,
            REQUEST,
            HOUR_LATER.plus(IDLE)),
        new ActionPerformed(
            EVA_AT_CONTOSO,
            HOUR_LATER,
            provenance(report()),
            Optional.of(REQUEST),
            Optional.of(SESSION),
            DEED,
            Set.of(Finding.COMMAND_NOT_ALLOWED, Finding.FROZEN),
            Optional.of(TARGET),
            List.of(),
            Optional.of(HOUR_LATER.plus(IDLE))),
        new ActionDenied(
            EVA_AT_CONTOSO,
            HOUR_LATER,
            provenance(report()),
            Optional.of(REQUEST),
            Optional.of(SESSION),
            PREVENTED,
            Set.of(Finding.ACTION_NOT_GRANTED, Finding.RESOURCE_NOT_GRANTED),
            List.of()),
        new SessionEnded(
            EVA_AT_CONTOSO,
            HOUR_LATER,
            Optional.of(provenance(new EndSession(EVA_AT_CONTOSO, by("left-1"), SESSION, REQUEST))),
            SESSION,
            REQUEST,
            SessionEnd.SIGNED_OUT),
        new DevicePostureChanged(
            EVA_AT_CONTOSO,
            HOUR_LATER,
            provenance(new ReportDevice(EVA_AT_CONTOSO, by("device-1"), DEVICE, false)),
            DEVICE,
            false),
        new UseSummarised(
            EVA_AT_CONTOSO,
            HOUR_LATER,
            REQUEST,
            USAGE,
            List.of(new ActionName("k8s.object.get")),
            List.of(new ResourceName("/clusters/aro1/ns/openshift-dns"))));
  }

  /** What was told with more in it than at first. */
  static List<Event> laterEvents() {
    return List.of(
        new SessionStarted(
            EVA_AT_CONTOSO,
            HOUR_LATER,
            provenance(keepingStart()),
            SESSION,
            REQUEST,
            Optional.of(TARGET),
            Optional.empty(),
            KEEPING,
            Cast.ACTIONS,
            IDLE,
            END,
            END),
        new ActionPerformed(
            EVA_AT_CONTOSO,
            HOUR_LATER,
            provenance(argued()),
            Optional.of(REQUEST),
            Optional.empty(),
            WITH_ARGUMENTS,
            Set.of(Finding.ARGUMENT_NOT_GRANTED),
            Optional.of(TARGET),
            List.of(),
            Optional.empty()),
        new ActionDenied(
            EVA_AT_CONTOSO,
            HOUR_LATER,
            provenance(argued()),
            Optional.of(REQUEST),
            Optional.empty(),
            WITH_ARGUMENTS,
            Set.of(Finding.ARGUMENT_NOT_GRANTED),
            List.of()));
  }

  /** The device was found wanting with somebody else. */
  static List<Event> onSharedDevice() {
    return List.of(
        new SessionEnded(
            EVA_AT_CONTOSO,
            HOUR_LATER,
            Optional.empty(),
            SESSION,
            REQUEST,
            SessionEnd.DEVICE_NOT_COMPLIANT));
  }

  /** The same was kept from happening several times. */
  static List<Event> deniedOften() {
    return List.of(
        new ActionDenied(
            EVA_AT_CONTOSO,
            HOUR_LATER,
            provenance(keptOften()),
            Optional.empty(),
            Optional.empty(),
            keptOften().deed(),
            Set.of(Finding.NO_REQUEST),
            List.of()));
  }

  static List<Event> sparseEvents() {
    var start = (StartSession) sparseCommands().get(0);
    var log = (ReportAction) sparseCommands().get(1);
    return List.of(
        new SessionStarted(
            EVA_AT_CONTOSO,
            HOUR_LATER,
            provenance(start),
            GATEWAY_SESSION,
            REQUEST,
            Optional.empty(),
            Optional.empty(),
            BARE,
            Cast.ACTIONS,
            IDLE,
            END,
            END),
        new ActionPerformed(
            EVA_AT_CONTOSO,
            HOUR_LATER,
            provenance(log),
            Optional.empty(),
            Optional.empty(),
            DEED,
            Set.of(),
            Optional.empty(),
            List.of(),
            Optional.empty()),
        new ActionDenied(
            EVA_AT_CONTOSO,
            HOUR_LATER,
            provenance(log),
            Optional.empty(),
            Optional.empty(),
            PREVENTED,
            Set.of(Finding.NO_REQUEST),
            List.of()),
        new SessionEnded(
            EVA_AT_CONTOSO,
            HOUR_LATER,
            Optional.empty(),
            SESSION,
            REQUEST,
            SessionEnd.GRANT_ENDED));
  }

  /** Sessions with something of everything in them. */
  public static Sessions state() {
    var first = state(GATEWAY_SESSION, Optional.empty(), Optional.empty());
    var second = state(SESSION, Optional.of(TARGET), Optional.of(GATEWAY_SESSION));
    var start = provenance(start());
    return new Sessions(
        new TreeMap<>(Map.of(first.id(), first, second.id(), second)),
        new TreeMap<>(
            Map.of(REQUEST, new GrantUse(USAGE, new TreeSet<>(Set.of(SESSION, GATEWAY_SESSION))))),
        new TreeSet<>(Set.of(new DeviceId("laptop-3"))),
        Sessions.NONE.trail().next().next(start));
  }

  private static Session state(
      SessionId id, Optional<ResourceName> target, Optional<SessionId> through) {
    return new Session(
        id,
        REQUEST,
        target,
        through,
        Channel.REMOTE_SHELL,
        target.map(any -> DEVICE),
        HOUR_LATER,
        IDLE,
        HOUR_LATER.plus(IDLE),
        END,
        END);
  }

  private static StartSession start() {
    return new StartSession(
        EVA_AT_CONTOSO,
        by("start-2"),
        SESSION,
        REQUEST,
        Optional.of(TARGET),
        Optional.of(GATEWAY_SESSION),
        CONNECTION);
  }

  private static StartSession keepingStart() {
    return new StartSession(
        EVA_AT_CONTOSO,
        by("start-3"),
        SESSION,
        REQUEST,
        Optional.of(TARGET),
        Optional.empty(),
        KEEPING);
  }

  private static StartSession startElsewhere() {
    return new StartSession(
            EVA_AT_CONTOSO,
            by("start-4"),
            new SessionId("gateway-session-2"),
            REQUEST,
            Optional.empty(),
            Optional.empty(),
            BARE)
        .withSeatTaken();
  }

  private static ReportAction argued() {
    return new ReportAction(
        EVA_AT_CONTOSO, by("action-2"), Optional.of(REQUEST), Optional.empty(), WITH_ARGUMENTS);
  }

  /** The same was kept from happening several times. */
  static ReportAction keptOften() {
    return new ReportAction(
        EVA_AT_CONTOSO, by("log-2"), Optional.empty(), Optional.empty(), PREVENTED.kept(3));
  }

  private static ReportAction report() {
    return new ReportAction(
        EVA_AT_CONTOSO, by("action-1"), Optional.of(REQUEST), Optional.of(SESSION), DEED);
  }

  public static Attempt by(String id) {
    return new Attempt(GATEWAY, new DecisionId(id));
  }

  static Provenance provenance(Command command) {
    return new Provenance(command.attempt().orElseThrow(), command.content());
  }
}
