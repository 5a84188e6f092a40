package dev.lockbox.local.intake;

import dev.lockbox.domain.SessionCommand.AuthoriseAction;
import dev.lockbox.domain.SessionCommand.EndSession;
import dev.lockbox.domain.SessionCommand.NoteActivity;
import dev.lockbox.domain.SessionCommand.ReportAction;
import dev.lockbox.domain.SessionCommand.ReportDevice;
import dev.lockbox.domain.SessionCommand.StartSession;
import dev.lockbox.domain.SessionCommand.Told;
import dev.lockbox.domain.TargetReport.ReportNotProvisioned;
import dev.lockbox.domain.TargetReport.ReportProvisioned;
import dev.lockbox.domain.TargetReport.ReportUngranted;
import dev.lockbox.domain.decision.Attempt;
import dev.lockbox.domain.gateway.Channel;
import dev.lockbox.domain.gateway.Claim;
import dev.lockbox.domain.gateway.CommandLine;
import dev.lockbox.domain.gateway.Connection;
import dev.lockbox.domain.gateway.Deed;
import dev.lockbox.domain.gateway.Device;
import dev.lockbox.domain.gateway.Finding;
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
import dev.lockbox.domain.identity.TenantId;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a gateway tells, as somebody writes it down.
 *
 * @param gateway who tells; empty for one of the demo
 * @param engineer of whom
 * @param request whose grant it is under; every record may name another
 * @param records in this order
 */
public record ActivityFile(
    @Nullable String gateway, String engineer, @Nullable String request, List<Entry> records) {
  private static final String DEMO_GATEWAY = "demo-gateway";

  /**
   * One record; which names it needs depends on its kind.
   *
   * @param kind start, activity, ask, action, end, device, provisioned, not-provisioned or
   *     ungranted
   * @param id the gateway's own; empty for a fresh one
   */
  public record Entry(
      String kind,
      @Nullable String id,
      @Nullable String request,
      @Nullable String session,
      @Nullable String target,
      @Nullable String through,
      @Nullable Connected connection,
      @Nullable Done action,
      @Nullable String device,
      @Nullable Boolean compliant,
      @Nullable List<String> findings) {}

  /** How an engineer came in. */
  public record Connected(
      String channel,
      String source,
      @Nullable Machine device,
      @Nullable List<String> methods,
      @Nullable String credential,
      @Nullable String crypto,
      @Nullable String country,
      @Nullable Kept keeps) {
    private Connection toDomain() {
      return new Connection(
          Channel.valueOf(channel),
          source,
          Optional.ofNullable(device).map(Machine::toDomain),
          claims(methods),
          claim(credential),
          claim(crypto),
          Optional.ofNullable(country),
          keeps == null ? Keeps.NOTHING : keeps.toDomain());
    }
  }

  /** Which conditions of a grant the gateway keeps. */
  public record Kept(@Nullable List<String> obligations, @Nullable List<String> excluded) {
    private Keeps toDomain() {
      return new Keeps(each(obligations, Obligation::valueOf), each(excluded, Code::new));
    }
  }

  /** The machine an engineer works on. */
  public record Machine(
      String id, @Nullable String kind, @Nullable String system, @Nullable List<String> posture) {
    private Device toDomain() {
      return new Device(new DeviceId(id), claim(kind), claim(system), claims(posture));
    }
  }

  /** One thing that an engineer did. */
  public record Done(
      @Nullable String witness,
      String action,
      String resource,
      @Nullable Boolean prevented,
      @Nullable String command,
      @Nullable Map<String, String> parameters,
      @Nullable Long bytesRead,
      @Nullable String entry,
      @Nullable Map<String, String> arguments,
      @Nullable Integer times) {
    private Deed toDomain(PersonId engineer) {
      return new Deed(
          witness == null ? Witness.GATEWAY : Witness.valueOf(witness),
          new ActionName(action),
          new ResourceName(resource),
          prevented != null && prevented,
          Optional.ofNullable(command).map(verb -> line(verb, engineer)),
          bytesRead == null ? 0 : bytesRead,
          Optional.ofNullable(entry).map(text -> new PersonalText(engineer, text)),
          told(arguments, Code::new, engineer),
          times == null ? 1 : times);
    }

    private CommandLine line(String verb, PersonId engineer) {
      return new CommandLine(verb, told(parameters, Function.identity(), engineer));
    }
  }

  private static <K extends Comparable<K>> Map<K, PersonalText> told(
      @Nullable Map<String, String> texts, Function<String, K> name, PersonId engineer) {
    var told = new TreeMap<K, PersonalText>();
    Optional.ofNullable(texts)
        .orElse(Map.of())
        .forEach((key, value) -> told.put(name.apply(key), new PersonalText(engineer, value)));
    return told;
  }

  /**
   * @throws BadDocument when the file is none of these
   */
  public static List<Told> read(Path file, TenantId tenant) {
    var parsed = Documents.read(file, ActivityFile.class);
    Documents.require(file, "engineer", parsed.engineer);
    Documents.require(file, "records", parsed.records);
    return Documents.checked(
        file.toString(),
        () -> parsed.records.stream().map(record -> parsed.told(tenant, record)).toList());
  }

  private Told told(TenantId tenant, Entry record) {
    var person = new PersonId(engineer);
    var of = new EngineerId(tenant, person);
    var by =
        new Attempt(
            new PersonId(gateway == null ? DEMO_GATEWAY : gateway),
            new DecisionId(record.id == null ? UUID.randomUUID().toString() : record.id));
    return switch (needed("kind", record.kind)) {
      case "start" ->
          new StartSession(
              of,
              by,
              session(record),
              request(tenant, record).orElseThrow(() -> missing("request")),
              Optional.ofNullable(record.target).map(ResourceName::new),
              Optional.ofNullable(record.through).map(SessionId::new),
              needed("connection", record.connection).toDomain());
      case "activity" ->
          new NoteActivity(
              of,
              by,
              session(record),
              request(tenant, record).orElseThrow(() -> missing("request")));
      case "ask" ->
          new AuthoriseAction(
              of,
              by,
              request(tenant, record),
              Optional.ofNullable(record.session).map(SessionId::new),
              needed("action", record.action).toDomain(person));
      case "action" ->
          new ReportAction(
              of,
              by,
              request(tenant, record),
              Optional.ofNullable(record.session).map(SessionId::new),
              needed("action", record.action).toDomain(person));
      case "end" ->
          new EndSession(
              of,
              by,
              session(record),
              request(tenant, record).orElseThrow(() -> missing("request")));
      case "device" ->
          new ReportDevice(
              of,
              by,
              new DeviceId(needed("device", record.device)),
              needed("compliant", record.compliant));
      case "provisioned" ->
          new ReportProvisioned(
              of, by, request(tenant, record).orElseThrow(() -> missing("request")));
      case "not-provisioned" ->
          new ReportNotProvisioned(
              of, by, request(tenant, record).orElseThrow(() -> missing("request")));
      case "ungranted" -> {
        var found = needed("action", record.action);
        yield new ReportUngranted(
            of,
            by,
            request(tenant, record),
            new ActionName(found.action),
            new ResourceName(found.resource),
            each(record.findings, Finding::valueOf));
      }
      default ->
          throw new IllegalArgumentException(
              "kind must be start, activity, ask, action, end, device, provisioned,"
                  + " not-provisioned or ungranted, was "
                  + record.kind);
    };
  }

  private Optional<RequestId> request(TenantId tenant, Entry record) {
    return Optional.ofNullable(record.request)
        .or(() -> Optional.ofNullable(request))
        .map(id -> new RequestId(tenant, id));
  }

  private static SessionId session(Entry record) {
    return new SessionId(needed("session", record.session));
  }

  private static <T> T needed(String name, @Nullable T value) {
    if (value == null) {
      throw missing(name);
    }
    return value;
  }

  private static IllegalArgumentException missing(String name) {
    return new IllegalArgumentException(name + " is missing");
  }

  private static Optional<Claim> claim(@Nullable String text) {
    return Optional.ofNullable(text).map(Claim::new);
  }

  private static Set<Claim> claims(@Nullable List<String> texts) {
    return each(texts, Claim::new);
  }

  private static <T> Set<T> each(@Nullable List<String> texts, Function<String, T> parsed) {
    return Optional.ofNullable(texts).orElse(List.of()).stream()
        .map(parsed)
        .collect(Collectors.toUnmodifiableSet());
  }
}
