package dev.lockbox.adapter.target;

import dev.lockbox.domain.identity.ActionName;
import dev.lockbox.domain.identity.EngineerId;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.ResourceName;
import dev.lockbox.domain.identity.TenantId;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A group of a directory, and what its members may do: all of these actions on the resource, at
 * that customer.
 *
 * @param name ours; small letters, digits and dashes, at most 63
 * @param id the directory's; printable ASCII without spaces, at most 128
 * @param actions one or more
 */
public record Group(
    String name, String id, TenantId tenant, Set<ActionName> actions, ResourceName resource) {
  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");
  private static final Pattern ID = Pattern.compile("[!-~]{1,128}");

  /** Before the id of a member whom nobody can read; no person's id begins so. */
  private static final String UNREAD = "#";

  public Group {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "a group's name must be small letters, digits and dashes, was " + name);
    }
    if (!isId(id) || actions.isEmpty()) {
      throw new IllegalArgumentException(
          "group %s needs an id of 1 to 128 printable characters, and an action".formatted(name));
    }
    actions = Set.copyOf(actions);
  }

  /** Whether a directory's group or user may have it. */
  static boolean isId(String id) {
    return ID.matcher(id).matches();
  }

  /** The name of the group in what was listed of one. */
  static String nameIn(String listedId) {
    return listedId.replaceFirst("/.*", "");
  }

  /** What is wrong with it, for an operator. */
  String told(TargetFailed wrong) {
    return "group %s: %s".formatted(name, wrong.what());
  }

  /** How the ids of all that is listed of it begin. */
  String beginning() {
    return at("");
  }

  /**
   * One member: what they may do, each action by itself.
   *
   * @param member the directory's id of it
   * @param who empty where nobody can read who that is
   */
  Stream<Listed> listed(String member, Optional<PersonId> who) {
    return who.map(person -> actions.stream().sorted().map(action -> listed(person, action)))
        .orElseGet(() -> Stream.of(new Listed(at(UNREAD + member), Optional.empty())));
  }

  Listed listed(PersonId person, ActionName action) {
    var engineer = new EngineerId(tenant, person);
    return new Listed(
        at(person + "/" + action),
        Optional.of(new Listed.Says(engineer, Optional.empty(), action, resource)));
  }

  private String at(String what) {
    return name + "/" + what;
  }
}
