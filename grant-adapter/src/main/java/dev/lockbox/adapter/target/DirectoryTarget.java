package dev.lockbox.adapter.target;

import static dev.lockbox.adapter.target.HttpCalls.NOT_FOUND;
import static dev.lockbox.adapter.target.HttpCalls.NO_CONTENT;
import static dev.lockbox.adapter.target.HttpCalls.OK;
import static dev.lockbox.adapter.target.HttpCalls.encoded;
import static dev.lockbox.adapter.target.HttpCalls.mustBe;

import dev.lockbox.adapter.target.TargetFailed.Scope;
import dev.lockbox.domain.identity.PersonId;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A directory that speaks SCIM 2.0 (RFC 7643, 7644): to do what a group allows is to be its member.
 * A membership names no grant and has no end of its own. Who is in a group and is no engineer that
 * can be read, is listed as nobody's. For one thread.
 */
public final class DirectoryTarget implements Target {
  /** For how long it is believed whose id a user has; whom an id finds is asked each time. */
  static final Duration NAMES_KNOWN_FOR = Duration.ofMinutes(5);

  private final HttpCalls calls;
  private final UserBy userBy;
  private final Groups groups;
  private final InstantSource clock;
  private final Map<String, Named> names = new HashMap<>();

  private record Named(PersonId who, Instant until) {}

  public DirectoryTarget(DirectoryTargetSettings settings, InstantSource clock) {
    this.calls = new HttpCalls(settings.http(), Scim.MEDIA_TYPE);
    this.userBy = settings.userBy();
    this.groups = settings.groups();
    this.clock = clock;
  }

  @Override
  public Map<Assignment, Listed> places(Collection<Assignment> ofOneGrant) {
    return groups.places(ofOneGrant);
  }

  @Override
  public List<Listed> list() throws TargetFailed {
    var all = new ArrayList<Listed>();
    var seen = new HashSet<String>();
    for (var group : groups.all()) {
      var members = members(group);
      members.forEach((member, who) -> group.listed(member, who).forEach(all::add));
      seen.addAll(members.keySet());
    }
    names.keySet().retainAll(seen);
    return all;
  }

  /**
   * What the directory does not list once it is made could not be taken away either, so it is taken
   * back at once.
   */
  @Override
  public void create(Assignment assignment, Listed place, Instant until) throws TargetFailed {
    var group =
        groups
            .of(place.id())
            .orElseThrow(() -> new TargetFailed(Scope.ASSIGNMENT, "no group stands for it"));
    if (!isListed(group, place)) {
      var user = find(assignment.engineer());
      patch("adding a member", group, Scim.adding(user));
      if (!isListed(group, place)) {
        patch("taking a member back", group, Scim.removing(user));
        throw new TargetFailed(
            Scope.ASSIGNMENT, "the directory did not list the new member, who was taken back");
      }
    }
  }

  @Override
  public void remove(String id) throws TargetFailed {
    var group = groups.of(id);
    if (group.isPresent()) {
      for (var member : members(group.get()).entrySet()) {
        if (group
            .get()
            .listed(member.getKey(), member.getValue())
            .anyMatch(one -> one.id().equals(id))) {
          patch("removing a member", group.get(), Scim.removing(member.getKey()));
        }
      }
    }
  }

  /** Lets go of its connections. */
  @Override
  public void close() {
    calls.close();
  }

  private boolean isListed(Group group, Listed place) throws TargetFailed {
    return members(group).entrySet().stream()
        .flatMap(member -> group.listed(member.getKey(), member.getValue()))
        .anyMatch(place::equals);
  }

  /** By the directory's id; two users with one engineer's id are nobody. */
  private Map<String, Optional<PersonId>> members(Group group) throws TargetFailed {
    var path = "/Groups/%s?attributes=members".formatted(encoded(group.id()));
    var members = new LinkedHashMap<String, Optional<PersonId>>();
    for (var member : Scim.members(whole("listing a group", path), group.id())) {
      members.put(member, who(member));
    }
    var times =
        members.values().stream()
            .flatMap(Optional::stream)
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    members.replaceAll((member, who) -> who.filter(person -> times.getOrDefault(person, 0L) == 1));
    return members;
  }

  /** Empty for what is no user, or has no engineer's id. */
  private Optional<PersonId> who(String member) throws TargetFailed {
    var now = clock.instant();
    var known = names.get(member);
    if (known != null && now.isBefore(known.until())) {
      return Optional.of(known.who());
    }
    var path = "/Users/%s?attributes=%s".formatted(encoded(member), userBy.attribute());
    var answer = calls.ask(calls.request(path).GET());
    if (answer.statusCode() == NOT_FOUND) {
      return Optional.empty();
    }
    var who =
        Scim.user(whole("asking for a member", answer.statusCode(), answer.body()), member, userBy)
            .name()
            .flatMap(DirectoryTarget::person);
    who.ifPresent(person -> names.put(member, new Named(person, now.plus(NAMES_KNOWN_FOR))));
    return who;
  }

  /** The directory's id of the one user who is that engineer, to the letter. */
  private String find(PersonId engineer) throws TargetFailed {
    var filter = Scim.equal(userBy.attribute(), engineer.value());
    var answer = calls.ask(calls.request("/Users?filter=" + encoded(filter)).GET());
    mustBe(Set.of(OK), "looking for an engineer", answer.statusCode());
    return Scim.only(answer.body(), userBy)
        .filter(user -> user.name().equals(Optional.of(engineer.value())))
        .filter(Scim.User::isActive)
        .map(Scim.User::id)
        .orElseThrow(
            () ->
                new TargetFailed(
                    Scope.ASSIGNMENT,
                    "the directory has not exactly one user whose %s is %s and who is active"
                        .formatted(userBy.attribute(), engineer)));
  }

  private void patch(String what, Group group, byte[] patch) throws TargetFailed {
    var request =
        calls
            .request("/Groups/" + encoded(group.id()))
            .header("Content-Type", Scim.MEDIA_TYPE)
            .method("PATCH", BodyPublishers.ofByteArray(patch));
    mustBe(Set.of(OK, NO_CONTENT), what, calls.ask(request).statusCode());
  }

  private byte[] whole(String what, String path) throws TargetFailed {
    var answer = calls.ask(calls.request(path).GET());
    return whole(what, answer.statusCode(), answer.body());
  }

  /** A list of which a part is missing is none. */
  private static byte[] whole(String what, int status, byte[] body) throws TargetFailed {
    if (status != OK) {
      throw new TargetFailed(Scope.TARGET, "%s was answered %s".formatted(what, status));
    }
    return body;
  }

  private static Optional<PersonId> person(String name) {
    try {
      return Optional.of(new PersonId(name));
    } catch (IllegalArgumentException nobodyOfOurs) {
      return Optional.empty();
    }
  }
}
