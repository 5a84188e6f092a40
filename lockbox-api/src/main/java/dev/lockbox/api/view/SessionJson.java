package dev.lockbox.api.view;

import dev.lockbox.domain.SessionEvent.SessionEnded;
import dev.lockbox.domain.SessionEvent.SessionStarted;
import dev.lockbox.domain.gateway.Channel;
import dev.lockbox.domain.gateway.Claim;
import dev.lockbox.domain.gateway.Device;
import dev.lockbox.domain.gateway.Keeps;
import dev.lockbox.domain.gateway.Obligation;
import dev.lockbox.domain.gateway.SessionEnd;
import dev.lockbox.domain.identity.ActionName;
import dev.lockbox.domain.identity.Code;
import dev.lockbox.domain.identity.ResourceName;
import dev.lockbox.domain.identity.SessionId;
import dev.lockbox.domain.session.Session;
import io.micronaut.core.annotation.Introspected;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An engineer's session, open or over.
 *
 * @param engineer by their id, or by the pseudonym that the provider gave
 * @param gateway who told of it
 * @param target what it is on; null for the gateway itself
 * @param through the gateway session it goes through
 * @param source the gateway's address
 * @param methods how the engineer authenticated
 * @param keeps which conditions of the grant the gateway keeps
 * @param actions that the grant listed when it began
 * @param idleAfter it ends when nothing is done for so long; ISO 8601
 * @param idleBy from this instant on it is idle, unless something is done before; null when it is
 *     over
 * @param endBy it ends then at the latest
 * @param endedAt null while it is open
 */
@Introspected
@Schema(name = "Session")
public record SessionJson(
    String id,
    String request,
    String engineer,
    String gateway,
    @Nullable String target,
    @Nullable String through,
    Channel channel,
    String source,
    @Nullable DeviceJson device,
    List<String> methods,
    @Nullable String credential,
    @Nullable String crypto,
    @Nullable String country,
    KeepsJson keeps,
    List<String> actions,
    Instant startedAt,
    String idleAfter,
    @Nullable Instant idleBy,
    Instant endBy,
    @Nullable Instant endedAt,
    @Nullable SessionEnd end) {

  /**
   * The machine an engineer works on, as it was attested when the session began.
   *
   * @param posture what it keeps to
   */
  @Introspected
  @Schema(name = "Device")
  public record DeviceJson(
      String id, @Nullable String kind, @Nullable String system, List<String> posture) {
    static DeviceJson of(Device device) {
      return new DeviceJson(
          device.id().value(),
          device.kind().map(Claim::value).orElse(null),
          device.system().map(Claim::value).orElse(null),
          texts(device.posture()));
    }
  }

  /**
   * What a gateway does about the conditions of a grant, as it told when the session began.
   *
   * @param obligations that it meets
   * @param excluded classes of data of which it shows nothing
   */
  @Introspected
  @Schema(name = "Keeps")
  public record KeepsJson(List<Obligation> obligations, List<String> excluded) {
    static KeepsJson of(Keeps keeps) {
      return new KeepsJson(
          List.copyOf(keeps.obligations()), keeps.excluded().stream().map(Code::value).toList());
    }
  }

  /**
   * @param engineer as they are shown
   * @param open as it stands; empty when it is over
   * @param ended empty while it is open
   */
  static SessionJson of(
      SessionStarted started,
      String engineer,
      Optional<Session> open,
      Optional<SessionEnded> ended) {
    var connection = started.connection();
    return new SessionJson(
        started.session().value(),
        started.request().value(),
        engineer,
        started.by().actor().value(),
        started.target().map(ResourceName::value).orElse(null),
        started.through().map(SessionId::value).orElse(null),
        connection.channel(),
        connection.source(),
        connection.device().map(DeviceJson::of).orElse(null),
        texts(connection.methods()),
        connection.credential().map(Claim::value).orElse(null),
        connection.crypto().map(Claim::value).orElse(null),
        connection.country().orElse(null),
        KeepsJson.of(connection.keeps()),
        started.actions().stream().map(ActionName::value).toList(),
        started.at(),
        started.idleAfter().toString(),
        open.map(Session::idleBy).orElse(null),
        started.endBy(),
        ended.map(SessionEnded::at).orElse(null),
        ended.map(SessionEnded::cause).orElse(null));
  }

  private static List<String> texts(Collection<Claim> claims) {
    return claims.stream().sorted().map(Claim::value).toList();
  }
}
