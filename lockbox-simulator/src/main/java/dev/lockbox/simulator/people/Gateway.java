package dev.lockbox.simulator.people;

import dev.lockbox.domain.SessionCommand.AuthoriseAction;
import dev.lockbox.domain.SessionCommand.EndSession;
import dev.lockbox.domain.SessionCommand.NoteActivity;
import dev.lockbox.domain.SessionCommand.ReportAction;
import dev.lockbox.domain.SessionCommand.ReportDevice;
import dev.lockbox.domain.SessionCommand.StartSession;
import dev.lockbox.domain.decision.Attempt;
import dev.lockbox.domain.gateway.Channel;
import dev.lockbox.domain.gateway.Claim;
import dev.lockbox.domain.gateway.CommandLine;
import dev.lockbox.domain.gateway.Connection;
import dev.lockbox.domain.gateway.Deed;
import dev.lockbox.domain.gateway.Device;
import dev.lockbox.domain.gateway.Keeps;
import dev.lockbox.domain.gateway.Obligation;
import dev.lockbox.domain.gateway.Witness;
import dev.lockbox.domain.identity.ActionName;
import dev.lockbox.domain.identity.Code;
import dev.lockbox.domain.identity.DecisionId;
import dev.lockbox.domain.identity.DeviceId;
import dev.lockbox.domain.identity.EngineerId;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.PersonalText;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.domain.identity.ResourceName;
import dev.lockbox.domain.identity.SessionId;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a gateway tells: mostly of an engineer who came in as all customers want it. */
final class Gateway {
  static final String ADDRESS = "gateway-1";
  static final Claim KEY = new Claim("hwk");
  static final Claim WORKSTATION = new Claim("SAW");
  static final Claim HARDENED = new Claim("hardened");
  static final Claim USB_OFF = new Claim("usb-off");
  static final Claim CRYPTO = new Claim("fips-140-2/4282");
  static final String COUNTRY = "DE";

  /** For another platform than what is told of here. */
  static final String OTHER_CARD = "key-2";

  static final ResourceName WITHIN = new ResourceName(Cast.RESOURCE + "/pods");

  /** What may be typed where there is a list, and with which parameter. */
  static final String VERB = "Get-Pods";

  static final String NAME = "Name";

  private static final Keeps KEEPS =
      new Keeps(EnumSet.allOf(Obligation.class), Set.of(new Code("PHI")));

  private static final PersonId GATEWAY = new PersonId(ADDRESS);
  private static final ResourceName ELSEWHERE =
      new ResourceName("/clusters/aro1/ns/openshift-etcd-2");

  /** With what logs are asked for where that is said. */
  static final Code CONTAINER = new Code("container");

  static final String ETCD = "etcd";

  /** The variant of an action that nobody asks for. */
  private static final int NOT_ASKED_FOR = 4;

  /** So that different sessions have the same id now and then. */
  private static final int SESSIONS = 4;

  /** Under this attempt different things are told by one id. */
  private static final int ONE_FOR_ALL = 5;

  private Gateway() {}

  static StartSession start(Details with) {
    var session = new SessionId("gateway-session-" + with.attempt() % SESSIONS);
    return new StartSession(
        engineer(with),
        by(with, "start"),
        session,
        with.request(),
        Optional.empty(),
        Optional.empty(),
        connection(with.variant()));
  }

  /** Every other goes through a gateway session, which may be over. */
  static StartSession startOnTarget(Details with) {
    return new StartSession(
        engineer(with),
        by(with, "start"),
        new SessionId("session-" + with.attempt()),
        with.request(),
        Optional.of(target(with.variant())),
        with.variant() % 2 == 0
            ? Optional.of(with.gatewaySession().orElse(new SessionId("none")))
            : Optional.empty(),
        connection(with.variant()));
  }

  static NoteActivity active(Details with) {
    return new NoteActivity(engineer(with), by(with, "moved"), session(with), request(with));
  }

  static EndSession end(Details with) {
    return new EndSession(engineer(with), by(with, "left"), session(with), request(with));
  }

  /** A target's own log knows of no session, mostly. */
  static ReportAction done(Details with) {
    var variant = with.variant();
    var isTargets = variant % 3 == 0;
    return new ReportAction(
        engineer(with),
        by(with, "done"),
        under(with),
        isTargets && variant != 9 ? Optional.empty() : Optional.of(session(with)),
        new Deed(
            isTargets ? Witness.TARGET_LOG : Witness.GATEWAY,
            action(variant),
            target(variant),
            variant % 6 == 5,
            typed(with),
            variant * 100L,
            Optional.empty(),
            arguments(with),
            variant == 11 ? 3 : 1));
  }

  /** Now and then in no session. */
  static AuthoriseAction asked(Details with) {
    var variant = with.variant();
    return new AuthoriseAction(
        engineer(with),
        by(with, "asked"),
        under(with),
        variant == 9 ? Optional.empty() : Optional.of(session(with)),
        new Deed(
            Witness.GATEWAY,
            action(variant),
            target(variant),
            false,
            typed(with),
            0,
            Optional.empty(),
            arguments(with)));
  }

  private static Optional<RequestId> under(Details with) {
    return with.variant() == 11 ? Optional.empty() : Optional.of(with.request());
  }

  private static ActionName action(int variant) {
    return variant == NOT_ASKED_FOR ? new ActionName("k8s.exec") : Cast.ACTIONS.get(variant % 2);
  }

  static ReportDevice examined(Details with) {
    var variant = with.variant();
    return new ReportDevice(engineer(with), by(with, "seen"), device(variant), variant >= 8);
  }

  static EngineerId engineer(Details with) {
    return new EngineerId(with.request().tenant(), with.engineer());
  }

  private static Attempt by(Details with, String what) {
    var content = with.attempt() == ONE_FOR_ALL ? 0 : with.variant();
    return by("%s-%s-%s".formatted(what, with.attempt(), content));
  }

  static Attempt by(String id) {
    return new Attempt(GATEWAY, new DecisionId(id));
  }

  private static SessionId session(Details with) {
    return with.session().orElse(new SessionId("none"));
  }

  private static RequestId request(Details with) {
    return with.request();
  }

  private static ResourceName target(int variant) {
    return switch (variant % 8) {
      case 3 -> ELSEWHERE;
      case 1, 6 -> WITHIN;
      default -> Cast.RESOURCE;
    };
  }

  /** From the eighth on, each lacks something that some customers want. */
  private static Connection connection(int variant) {
    return new Connection(
        variant == 9 ? Channel.API : Channel.REMOTE_SHELL,
        variant == 10 ? "gateway-2" : ADDRESS,
        variant == 15 ? Optional.empty() : Optional.of(machine(variant)),
        Set.of(variant == 11 ? new Claim("pwd") : KEY),
        credential(variant),
        variant == 13 ? Optional.empty() : Optional.of(CRYPTO),
        variant == 14 ? Optional.of("FR") : Optional.of(COUNTRY),
        variant == 8 ? Keeps.NOTHING : KEEPS);
  }

  private static Optional<Claim> credential(int variant) {
    return switch (variant) {
      case 16 -> Optional.of(new Claim(OTHER_CARD));
      case 17 -> Optional.empty();
      default -> Optional.of(new Claim("card-1"));
    };
  }

  private static Device machine(int variant) {
    return new Device(
        device(variant), Optional.of(WORKSTATION), Optional.of(HARDENED), posture(variant));
  }

  private static Set<Claim> posture(int variant) {
    return variant == 12 ? Set.of() : Set.of(USB_OFF);
  }

  static DeviceId device(int variant) {
    return new DeviceId("workstation-" + variant % 2);
  }

  /** Mostly none, or the one that {@link Profile} says it is asked for with. */
  private static Map<Code, PersonalText> arguments(Details with) {
    return switch (with.variant() % 5) {
      case 0 -> Map.of(CONTAINER, new PersonalText(with.engineer(), ETCD));
      case 1 -> Map.of(CONTAINER, new PersonalText(with.engineer(), "web"));
      default -> Map.of();
    };
  }

  private static Optional<CommandLine> typed(Details with) {
    return switch (with.variant() % 4) {
      case 0 -> Optional.of(new CommandLine("get-pods", named(with, "etcd-0")));
      case 1 -> Optional.of(new CommandLine(VERB, named(with, "web-0")));
      case 2 -> Optional.empty();
      default -> Optional.of(new CommandLine("Remove-Pods", Map.of()));
    };
  }

  private static Map<String, PersonalText> named(Details with, String value) {
    return Map.of("name", new PersonalText(with.engineer(), value));
  }
}
