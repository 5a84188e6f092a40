package dev.lockbox.api.view;

import dev.lockbox.domain.Recorded;
import dev.lockbox.domain.SessionEvent;
import dev.lockbox.domain.SessionEvent.ActionAuthorised;
import dev.lockbox.domain.SessionEvent.ActionDenied;
import dev.lockbox.domain.SessionEvent.ActionPerformed;
import dev.lockbox.domain.SessionEvent.DevicePostureChanged;
import dev.lockbox.domain.SessionEvent.SessionActive;
import dev.lockbox.domain.SessionEvent.SessionEnded;
import dev.lockbox.domain.SessionEvent.SessionStarted;
import dev.lockbox.domain.SessionEvent.UseSummarised;
import dev.lockbox.domain.TargetEvent.AccessNotProvisioned;
import dev.lockbox.domain.TargetEvent.AccessProvisioned;
import dev.lockbox.domain.TargetEvent.UngrantedAccessDetected;
import dev.lockbox.domain.gateway.Deed;
import dev.lockbox.domain.gateway.Finding;
import dev.lockbox.domain.gateway.SessionEnd;
import dev.lockbox.domain.gateway.Witness;
import dev.lockbox.domain.identity.Code;
import dev.lockbox.domain.identity.PersonalText;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.domain.identity.SessionId;
import io.micronaut.core.annotation.Introspected;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened in an engineer's sessions. Every name is always there; {@code null} where
 * it has no such thing.
 *
 * @param sequence its place in the tenant's history
 * @param type the event's name, for example {@code ActionPerformed}
 * @param engineer by their id, or by a pseudonym that the provider gave
 * @param gateway who told of it; null for what time or the end of a grant brought about
 * @param request whose grant it was under
 * @param end why a session ended
 * @param deed what was done, kept from happening or allowed, as the type says
 * @param findings why that was outside of the grant; empty where it was within
 * @param rules of the customer's list of commands, by their ids: the one that allows what was
 *     typed, or those for its verb that do not
 * @param device whose posture changed
 * @param compliant whether that device keeps to what it must
 * @param action what a target would have let the engineer do without a grant
 * @param resource what it would have let them do that to
 * @param use what was made of a grant that is over
 */
@Introspected
@Schema(name = "Activity")
public record ActivityJson(
    long sequence,
    String type,
    Instant at,
    String engineer,
    @Nullable String gateway,
    @Nullable String request,
    @Nullable String session,
    @Nullable SessionEnd end,
    @Nullable DeedJson deed,
    List<Finding> findings,
    List<String> rules,
    @Nullable String device,
    @Nullable Boolean compliant,
    @Nullable String action,
    @Nullable String resource,
    @Nullable UseJson use) {

  /**
   * One thing that an engineer did, or tried to do.
   *
   * @param prevented whether whoever saw it kept it from happening
   * @param command what was typed: its verb
   * @param parameters what was typed: by their names
   * @param entry of the log it was read from
   * @param arguments with what it was done, by the names that requests ask for them
   * @param times how often it was kept from happening, each time alike and in one minute; 1 for
   *     what happened
   */
  @Introspected
  @Schema(name = "Deed")
  public record DeedJson(
      Witness witness,
      String action,
      String resource,
      boolean prevented,
      @Nullable String command,
      Map<String, String> parameters,
      long bytesRead,
      @Nullable String entry,
      Map<String, String> arguments,
      int times) {
    static DeedJson of(Deed deed) {
      return new DeedJson(
          deed.witness(),
          deed.action().value(),
          deed.resource().value(),
          deed.prevented(),
          deed.command().map(one -> one.verb()).orElse(null),
          deed.command()
              .map(
                  one ->
                      one.parameters().entrySet().stream()
                          .collect(
                              Collectors.toMap(
                                  Map.Entry::getKey, parameter -> parameter.getValue().text())))
              .orElse(Map.of()),
          deed.bytesRead(),
          deed.entry().map(PersonalText::text).orElse(null),
          deed.arguments().entrySet().stream()
              .collect(
                  Collectors.toMap(
                      argument -> argument.getKey().value(),
                      argument -> argument.getValue().text())),
          deed.times());
    }
  }

  /** Whether it was under a request that there was; what a gateway names need be none. */
  public boolean namesARequest() {
    return request != null && !findings.contains(Finding.NO_REQUEST);
  }

  static ActivityJson of(Recorded recorded, SessionEvent event, Names names) {
    return switch (event) {
      case SessionStarted started -> of(recorded, event, names, Optional.of(started.session()));
      case SessionActive active -> of(recorded, event, names, Optional.of(active.session()));
      case SessionEnded ended ->
          of(recorded, event, names, Optional.of(ended.session())).ended(ended.cause());
      case ActionAuthorised authorised ->
          of(recorded, event, names, Optional.of(authorised.session()))
              .did(authorised.deed(), Set.of(), authorised.rules());
      case ActionPerformed performed ->
          of(recorded, event, names, performed.session())
              .did(performed.deed(), performed.findings(), performed.rules());
      case ActionDenied denied ->
          of(recorded, event, names, denied.session())
              .did(denied.deed(), denied.findings(), denied.rules());
      case DevicePostureChanged changed ->
          of(recorded, event, names, Optional.empty()).posture(changed);
      case UseSummarised summarised ->
          of(recorded, event, names, Optional.empty()).used(UseJson.of(summarised));
      case UngrantedAccessDetected found ->
          of(recorded, event, names, Optional.empty()).ungranted(found);
      case AccessProvisioned there -> of(recorded, event, names, Optional.empty());
      case AccessNotProvisioned missing -> of(recorded, event, names, Optional.empty());
    };
  }

  private static ActivityJson of(
      Recorded recorded, SessionEvent event, Names names, Optional<SessionId> session) {
    return new ActivityJson(
        recorded.sequence(),
        event.getClass().getSimpleName(),
        event.at(),
        names.of(event.engineer(), event.about()),
        event.attempted().map(by -> by.actor().value()).orElse(null),
        event.about().map(RequestId::value).orElse(null),
        session.map(SessionId::value).orElse(null),
        null,
        null,
        List.of(),
        List.of(),
        null,
        null,
        null,
        null,
        null);
  }

  private ActivityJson ended(SessionEnd cause) {
    return new ActivityJson(
        sequence, type, at, engineer, gateway, request, session, cause, deed, findings, rules,
        device, compliant, action, resource, use);
  }

  private ActivityJson did(Deed what, Set<Finding> outside, List<Code> by) {
    return new ActivityJson(
        sequence,
        type,
        at,
        engineer,
        gateway,
        request,
        session,
        end,
        DeedJson.of(what),
        outside.stream().sorted().toList(),
        by.stream().map(Code::value).toList(),
        device,
        compliant,
        action,
        resource,
        use);
  }

  private ActivityJson posture(DevicePostureChanged changed) {
    return new ActivityJson(
        sequence,
        type,
        at,
        engineer,
        gateway,
        request,
        session,
        end,
        deed,
        findings,
        rules,
        changed.device().value(),
        changed.compliant(),
        action,
        resource,
        use);
  }

  private ActivityJson ungranted(UngrantedAccessDetected found) {
    return new ActivityJson(
        sequence,
        type,
        at,
        engineer,
        gateway,
        request,
        session,
        end,
        deed,
        found.findings().stream().sorted().toList(),
        rules,
        device,
        compliant,
        found.action().value(),
        found.resource().value(),
        use);
  }

  private ActivityJson used(UseJson what) {
    return new ActivityJson(
        sequence, type, at, engineer, gateway, request, session, end, deed, findings, rules, device,
        compliant, action, resource, what);
  }
}
