package dev.lockbox.domain.evaluation;

import dev.lockbox.domain.identity.Code;
import dev.lockbox.domain.identity.GroupId;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.ResourceName;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What intake knew of the engineer when the request came in, put on the command so that the log
 * decides by it and a replay decides the same; and what stood there of the previous request when
 * the command was decided. Nothing of it is the engineer's own word.
 *
 * @param source where it comes from; empty only where nothing is known
 * @param roles that the engineer holds, each once; at most {@value #ROLES_MAX}
 * @param eligibleUntil from this instant on they are not eligible (training, background check);
 *     empty when it is not known that they are
 * @param workScopes what they work on: beginnings of resource names; at most {@value #SCOPES_MAX}
 * @param manager who may say yes as their manager
 * @param internalApprovers people of the provider by what they are, for example {@code
 *     SUPPORT_LEAD}, and from when on they are it no more; at most {@value #KINDS_MAX} kinds of
 *     {@value #APPROVERS_MAX} people
 * @param previous the request that this one follows, as the processor had it; empty where it names
 *     none, or none is known
 */
public record Facts(
    Optional<Code> source,
    List<HeldRole> roles,
    Optional<Instant> eligibleUntil,
    Set<ResourceName> workScopes,
    Optional<PersonId> manager,
    Map<GroupId, Map<PersonId, Instant>> internalApprovers,
    Optional<Before> previous) {
  public static final int ROLES_MAX = 64;
  public static final int SCOPES_MAX = 256;
  public static final int KINDS_MAX = 16;
  public static final int APPROVERS_MAX = 100;

  /** Nothing is known of the engineer. */
  public static final Facts NONE =
      new Facts(
          Optional.empty(), List.of(), Optional.empty(), Set.of(), Optional.empty(), Map.of());

  /** As intake knows it: nothing of a previous request. */
  public Facts(
      Optional<Code> source,
      List<HeldRole> roles,
      Optional<Instant> eligibleUntil,
      Set<ResourceName> workScopes,
      Optional<PersonId> manager,
      Map<GroupId, Map<PersonId, Instant>> internalApprovers) {
    this(source, roles, eligibleUntil, workScopes, manager, internalApprovers, Optional.empty());
  }

  public Facts {
    roles = List.copyOf(roles);
    workScopes = Set.copyOf(workScopes);
    internalApprovers = copy(internalApprovers);
    Limits.atMost("roles of an engineer", roles, ROLES_MAX);
    Limits.distinct("roles of an engineer", roles.stream().map(HeldRole::role).toList());
    Limits.atMost("work scopes", workScopes, SCOPES_MAX);
    Limits.atMost("kinds of internal approvers", internalApprovers.keySet(), KINDS_MAX);
    internalApprovers
        .values()
        .forEach(people -> Limits.atMost("internal approvers", people.keySet(), APPROVERS_MAX));
    var isSomethingKnown =
        !roles.isEmpty()
            || eligibleUntil.isPresent()
            || !workScopes.isEmpty()
            || manager.isPresent()
            || !internalApprovers.isEmpty();
    if (isSomethingKnown && source.isEmpty()) {
      throw new IllegalArgumentException("what is known of an engineer must have a source");
    }
  }

  /** Nothing is known, and this is where it was looked for. */
  public static Facts nothingIn(Code source) {
    return new Facts(
        Optional.of(source), List.of(), Optional.empty(), Set.of(), Optional.empty(), Map.of());
  }

  /** The same, and this of the previous request, whatever was said of it. */
  public Facts after(Optional<Before> known) {
    return new Facts(source, roles, eligibleUntil, workScopes, manager, internalApprovers, known);
  }

  /** Whether this person is one who may say yes inside the provider, as what was known has it. */
  public boolean names(PersonId person) {
    return manager.filter(person::equals).isPresent()
        || internalApprovers.values().stream().anyMatch(people -> people.containsKey(person));
  }

  /** In the order of the kinds, so that equal facts are told in equal words. */
  private static Map<GroupId, Map<PersonId, Instant>> copy(
      Map<GroupId, Map<PersonId, Instant>> given) {
    var copy = new TreeMap<GroupId, Map<PersonId, Instant>>();
    given.forEach(
        (kind, people) -> copy.put(kind, Collections.unmodifiableMap(new TreeMap<>(people))));
    return Collections.unmodifiableMap(copy);
  }
}
