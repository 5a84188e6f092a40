package dev.lockbox.api.azure;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.lockbox.api.tag.Tagged;
import dev.lockbox.api.view.RequestJson;
import dev.lockbox.api.view.RequestJson.TicketJson;
import io.micronaut.core.annotation.Introspected;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A request as Azure's interface has it.
 *
 * @param id its path
 * @param name the id of the request
 * @param type {@code Microsoft.CustomerLockbox/requests}
 * @param properties all else
 * @param version of the request, of which Azure's has no word: it is told by the tag alone
 */
@Introspected
@Schema(name = "AzureRequest")
record LockboxRequestJson(
    String id, String name, String type, Properties properties, @JsonIgnore long version)
    implements Tagged {
  private static final String TYPE = "Microsoft.CustomerLockbox/requests";

  /** The type and the subtype that a resource's name tells, whatever is below. */
  private static final Pattern RESOURCE_TYPE =
      Pattern.compile(".*/providers/([^/]+/[^/]+)/[^/]+", Pattern.CASE_INSENSITIVE);

  /**
   * What a request says.
   *
   * @param requestId the id of the request
   * @param status one of Azure's thirteen words
   * @param createdDateTime when it was opened
   * @param expirationDateTime from this instant on it is too late to approve
   * @param duration for how long access is asked for or granted, in hours
   * @param resourceIds the resources, with commas between them
   * @param resourceType of the resources, where their names tell it
   * @param supportRequest the ticket
   * @param supportCaseUrl where the ticket is
   * @param workItemSource the system that keeps the ticket
   * @param subscriptionId as it was asked for
   */
  @Introspected
  @Schema(name = "AzureRequestProperties")
  record Properties(
      String requestId,
      @Nullable String justification,
      String status,
      @Nullable Instant createdDateTime,
      @Nullable Instant expirationDateTime,
      @Nullable String duration,
      String resourceIds,
      @Nullable String resourceType,
      @Nullable String supportRequest,
      @Nullable String supportCaseUrl,
      @Nullable String workItemSource,
      String subscriptionId) {}

  @Override
  public OptionalLong readVersion() {
    return OptionalLong.of(version);
  }

  static LockboxRequestJson of(RequestJson request, String subscription) {
    var ticket = Optional.ofNullable(request.ticket());
    return new LockboxRequestJson(
        Subscription.path(subscription) + "/" + request.id(),
        request.id(),
        TYPE,
        new Properties(
            request.id(),
            request.justification(),
            Status.of(request).word(),
            request.createdAt(),
            request.decideBy(),
            Optional.ofNullable(request.accessFor()).map(LockboxRequestJson::hours).orElse(null),
            String.join(",", request.resources()),
            resourceType(request).orElse(null),
            ticket.map(TicketJson::id).orElse(null),
            ticket.flatMap(one -> Optional.ofNullable(one.url())).orElse(null),
            ticket.map(TicketJson::system).orElse(null),
            subscription),
        request.version());
  }

  /** To the second: {@code 8}, or {@code 0.5}. */
  private static String hours(String duration) {
    return BigDecimal.valueOf(Duration.parse(duration).toSeconds())
        .divide(BigDecimal.valueOf(Duration.ofHours(1).toSeconds()), 4, RoundingMode.HALF_UP)
        .stripTrailingZeros()
        .toPlainString();
  }

  private static Optional<String> resourceType(RequestJson request) {
    var types =
        request.resources().stream()
            .map(RESOURCE_TYPE::matcher)
            .filter(matcher -> matcher.matches())
            .map(matcher -> matcher.group(1))
            .distinct()
            .collect(Collectors.joining(","));
    return Optional.of(types).filter(text -> !text.isEmpty());
  }
}
