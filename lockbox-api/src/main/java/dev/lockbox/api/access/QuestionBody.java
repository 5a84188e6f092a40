package dev.lockbox.api.access;

import static java.util.stream.Collectors.toUnmodifiableSet;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.lockbox.domain.gateway.Deed;
import dev.lockbox.domain.gateway.Witness;
import dev.lockbox.domain.identity.ActionName;
import dev.lockbox.domain.identity.Code;
import dev.lockbox.domain.identity.Country;
import dev.lockbox.domain.identity.EngineerId;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.PersonalText;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.domain.identity.ResourceName;
import dev.lockbox.domain.identity.SessionId;
import dev.lockbox.domain.identity.TenantId;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An access evaluation request. Names that are not known here are passed over, as the specification
 * wants it.
 *
 * @param subject the engineer
 * @param action what they want to do
 * @param resource to what
 * @param context how they come, and what is kept meanwhile; null for nothing
 */
@Schema(name = "AccessQuestion")
@JsonIgnoreProperties(ignoreUnknown = true)
record QuestionBody(
    @Nullable Subject subject,
    @Nullable Action action,
    @Nullable Resource resource,
    @Nullable Context context) {
  private static final int KEPT_MAX = 64;

  /**
   * Who wants to do something.
   *
   * @param type {@code engineer}, or {@code user}
   * @param id of the engineer
   */
  @Schema(name = "AccessSubject")
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Subject(@Nullable String type, @Nullable String id) {}

  /**
   * What they want to do.
   *
   * @param name as requests ask for it, for example {@code k8s.pod.logs}
   * @param properties null for none
   */
  @Schema(name = "AccessAction")
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Action(@Nullable String name, @Nullable ActionProperties properties) {}

  /**
   * With what they want to do it.
   *
   * @param arguments by the names that requests ask for them; at most 64, null for none
   */
  @Schema(name = "AccessActionProperties")
  @JsonIgnoreProperties(ignoreUnknown = true)
  record ActionProperties(@Nullable Map<String, @Nullable String> arguments) {}

  /**
   * To what they want to do it.
   *
   * @param type in the asker's words; what it is, its name says
   * @param id its name, as requests have it
   * @param properties null for none
   */
  @Schema(name = "AccessResource")
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Resource(
      @Nullable String type, @Nullable String id, @Nullable ResourceProperties properties) {}

  /**
   * Whose it is.
   *
   * @param tenant the customer's id; null where the context names it
   */
  @Schema(name = "AccessResourceProperties")
  @JsonIgnoreProperties(ignoreUnknown = true)
  record ResourceProperties(@Nullable String tenant) {}

  /**
   * How they come, and what is kept meanwhile.
   *
   * @param tenant the customer's id, of resources that do not name theirs
   * @param request whose grant it must be under; null for any of the engineer's
   * @param session it is to be done in; null where there is none
   * @param obligations that are met: {@code REDACT}, {@code RECORD}; null for none
   * @param excluded classes of data of which nothing is shown; at most 64, null for none
   * @param channel by which the engineer comes; null where nobody can tell
   * @param country from which they come, two letters (ISO 3166-1); null where nobody can tell
   */
  @Schema(name = "AccessContext")
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Context(
      @Nullable String tenant,
      @Nullable String request,
      @Nullable String session,
      @Nullable List<String> obligations,
      @Nullable List<String> excluded,
      @Nullable String channel,
      @Nullable String country) {
    private static final Context NOTHING = new Context(null, null, null, null, null, null, null);

    private Keeping keeping() {
      return new Keeping(
          some("obligations", obligations).stream().collect(toUnmodifiableSet()),
          some("excluded", excluded).stream().map(Code::new).collect(toUnmodifiableSet()),
          Optional.ofNullable(channel).map(Code::new),
          Optional.ofNullable(country).map(Country::new));
    }

    private static List<String> some(String name, @Nullable List<String> given) {
      var some = Optional.ofNullable(given).orElse(List.of());
      if (some.size() > KEPT_MAX || some.stream().anyMatch(one -> one == null)) {
        throw new IllegalArgumentException(
            "context.%s must be at most %s texts".formatted(name, KEPT_MAX));
      }
      return some;
    }
  }

  /**
   * What it asks.
   *
   * @throws IllegalArgumentException when something that it needs is missing, or is no such thing;
   *     its message quotes no value
   */
  Question toDomain() {
    var who = needed("subject", subject);
    var what = needed("action", action);
    var where = needed("resource", resource);
    needed("resource.type", where.type());
    var how = Optional.ofNullable(context).orElse(Context.NOTHING);
    var tenant = tenant(where, how);
    var person = new PersonId(needed("subject.id", who.id()));
    return new Question(
        needed("subject.type", who.type()),
        new EngineerId(tenant, person),
        deed(what, needed("resource.id", where.id()), person),
        Optional.ofNullable(how.request()).map(id -> new RequestId(tenant, id)),
        Optional.ofNullable(how.session()).map(SessionId::new),
        how.keeping());
  }

  private static TenantId tenant(Resource where, Context how) {
    var told =
        Optional.ofNullable(where.properties())
            .flatMap(properties -> Optional.ofNullable(properties.tenant()))
            .orElse(how.tenant());
    return new TenantId(needed("resource.properties.tenant", told));
  }

  private static Deed deed(Action what, String resource, PersonId person) {
    var told = new TreeMap<Code, PersonalText>();
    Optional.ofNullable(what.properties())
        .flatMap(properties -> Optional.ofNullable(properties.arguments()))
        .orElse(Map.of())
        .forEach(
            (name, value) ->
                told.put(
                    new Code(name),
                    new PersonalText(person, needed("action.properties.arguments", value))));
    return new Deed(
        Witness.GATEWAY,
        new ActionName(needed("action.name", what.name())),
        new ResourceName(resource),
        false,
        Optional.empty(),
        0,
        Optional.empty(),
        told);
  }

  private static <T> T needed(String name, @Nullable T given) {
    if (given == null) {
      throw new IllegalArgumentException("%s is missing".formatted(name));
    }
    return given;
  }

  /**
   * The same, where what it leaves out is taken from others: an entity as a whole, and of one that
   * it has itself what names it.
   */
  QuestionBody or(QuestionBody others) {
    return new QuestionBody(
        merged(subject, others.subject),
        action == null ? others.action : action,
        merged(resource, others.resource),
        context == null ? others.context : context);
  }

  private static @Nullable Subject merged(@Nullable Subject own, @Nullable Subject other) {
    return own == null || other == null
        ? either(own, other)
        : new Subject(either(own.type(), other.type()), either(own.id(), other.id()));
  }

  private static @Nullable Resource merged(@Nullable Resource own, @Nullable Resource other) {
    return own == null || other == null
        ? either(own, other)
        : new Resource(
            either(own.type(), other.type()), either(own.id(), other.id()), own.properties());
  }

  private static <T> @Nullable T either(@Nullable T own, @Nullable T other) {
    return own == null ? other : own;
  }
}
