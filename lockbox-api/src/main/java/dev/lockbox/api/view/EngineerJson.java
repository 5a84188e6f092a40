package dev.lockbox.api.view;

import dev.lockbox.api.json.Needed;
import dev.lockbox.api.tag.Tagged;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.ResourceName;
import dev.lockbox.domain.identity.RoleId;
import dev.lockbox.domain.roles.Application;
import dev.lockbox.domain.roles.Standing;
import dev.lockbox.domain.staff.Description;
import dev.lockbox.events.message.EngineerSnapshot;
import io.micronaut.core.annotation.Introspected;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An engineer as they stand.
 *
 * @param version the number of events that led here
 * @param description null while nobody has said who they are
 * @param roles each role they ask for or hold, in the order of their ids
 */
@Introspected
@Schema(name = "Engineer")
public record EngineerJson(
    String id, long version, @Nullable DescriptionJson description, List<StandingJson> roles)
    implements Tagged {

  /**
   * What the provider says of an engineer; every name must be there.
   *
   * @param eligibleUntil from this instant on they may not ask for access; null: they may not
   * @param workScopes beginnings of the names of the resources they work on, at most 256
   * @param manager who decides whether they become a member of a role; null: nobody does
   */
  @Introspected
  @Schema(name = "EngineerDescription")
  public record DescriptionJson(
      @Needed @Nullable String eligibleUntil,
      @Needed List<String> workScopes,
      @Needed @Nullable String manager) {

    static DescriptionJson of(Description description) {
      return new DescriptionJson(
          description.eligibleUntil().map(Instant::toString).orElse(null),
          RoleJson.sorted(description.workScopes()),
          description.manager().map(PersonId::value).orElse(null));
    }

    /**
     * Throws {@link IllegalArgumentException} for what is out of bounds, and {@link
     * java.time.format.DateTimeParseException} for what is no instant.
     */
    public Description toDomain() {
      return new Description(
          Optional.ofNullable(eligibleUntil).map(DescriptionJson::instant),
          RoleJson.set(workScopes, ResourceName::new),
          Optional.ofNullable(manager).map(PersonId::new));
    }

    /** As the log will have it: rounded down, so that nobody may ask for longer. */
    private static Instant instant(String text) {
      return Instant.parse(text).truncatedTo(ChronoUnit.MILLIS);
    }
  }

  /**
   * Where they stand with one role.
   *
   * @param member whether they are a member now
   * @param until from this instant on they are none; null where they are none
   * @param asks what waits for their manager; null where nothing does
   */
  @Introspected
  @Schema(name = "RoleStanding")
  public record StandingJson(
      String role, boolean member, @Nullable Instant until, @Nullable ApplicationJson asks) {
    static StandingJson of(RoleId role, Standing standing, Instant now) {
      return new StandingJson(
          role.value(),
          standing.until().filter(now::isBefore).isPresent(),
          standing.until().orElse(null),
          standing.application().map(ApplicationJson::of).orElse(null));
    }
  }

  /**
   * Membership that waits for the manager.
   *
   * @param version by which it is approved
   * @param justification in the engineer's words
   * @param heldFor for how long a yes makes them a member
   * @param decideBy from this instant on it is too late
   */
  @Introspected
  @Schema(name = "MembershipApplication")
  public record ApplicationJson(
      long version, String justification, String heldFor, Instant decideBy) {
    static ApplicationJson of(Application application) {
      return new ApplicationJson(
          application.version(),
          application.justification().text(),
          application.heldFor().toString(),
          application.decideBy());
    }
  }

  public static EngineerJson of(EngineerSnapshot snapshot, Instant now) {
    var state = snapshot.state();
    return new EngineerJson(
        snapshot.engineer().value(),
        state.version(),
        state.description().map(DescriptionJson::of).orElse(null),
        state.roles().entrySet().stream()
            .map(one -> StandingJson.of(one.getKey(), one.getValue(), now))
            .toList());
  }
}
