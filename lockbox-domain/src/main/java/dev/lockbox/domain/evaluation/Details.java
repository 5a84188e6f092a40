package dev.lockbox.domain.evaluation;

import dev.lockbox.domain.identity.Code;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.PersonalText;
import dev.lockbox.domain.identity.TenantId;
import dev.lockbox.domain.time.Millis;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What else the JIT service states of a request. All of it may be left unsaid; what the lockbox
 * makes of it is the tenant's and the deployment's rules' to say.
 *
 * @param reasonCode why, from the provider's list
 * @param severity of the problem
 * @param alternativesTried what the engineer tried before, in their words
 * @param level how much they need to be permitted
 * @param tags by which rules find the request; at most {@value #TAGS_MAX}
 * @param previous the request that this one follows
 * @param startAt before this instant nobody needs access; whole milliseconds
 * @param isSingleUse whether access is over once it was used
 * @param arguments with what the actions are to be done, each name once for an action; at most
 *     {@value #ARGUMENTS_MAX}
 */
public record Details(
    Optional<Purpose> purpose,
    Optional<DataAccess> dataAccess,
    Optional<Code> reasonCode,
    Optional<Code> severity,
    Optional<PersonalText> alternativesTried,
    Optional<PermissionLevel> level,
    Requester requester,
    Optional<TicketSnapshot> ticket,
    Set<Code> tags,
    Optional<Previous> previous,
    Optional<Instant> startAt,
    boolean isSingleUse,
    List<Argument> arguments) {
  public static final int TAGS_MAX = 32;
  public static final int ARGUMENTS_MAX = 64;

  /** Nothing was said. */
  public static final Details NONE =
      new Details(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Requester.UNSAID,
          Optional.empty(),
          Set.of(),
          Optional.empty(),
          Optional.empty(),
          false,
          List.of());

  public Details {
    tags = Set.copyOf(tags);
    arguments = List.copyOf(arguments);
    Limits.atMost("tags", tags, TAGS_MAX);
    Limits.atMost("arguments", arguments, ARGUMENTS_MAX);
    Limits.distinct(
        "arguments", arguments.stream().map(one -> one.action() + " " + one.name()).toList());
    startAt.ifPresent(given -> Millis.mustHold("startAt", given));
  }

  /**
   * Refuses what cannot be said of a request of this tenant by this engineer: words of somebody
   * else, and a previous request of another tenant.
   */
  public void mustFit(TenantId tenant, PersonId engineer) {
    var words =
        Stream.of(alternativesTried, requester.pseudonym()).flatMap(Optional::stream).toList();
    if (!words.stream().allMatch(text -> text.subject().equals(engineer))) {
      throw new IllegalArgumentException(
          "what is said of a request of %s must be theirs".formatted(engineer));
    }
    if (previous.isPresent() && !previous.get().request().tenant().equals(tenant)) {
      throw new IllegalArgumentException(
          "the previous request of %s must be theirs too, was %s"
              .formatted(tenant, previous.get().request()));
    }
  }
}
