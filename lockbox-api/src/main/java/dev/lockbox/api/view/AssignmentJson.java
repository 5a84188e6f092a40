package dev.lockbox.api.view;

import dev.lockbox.api.json.Needed;
import dev.lockbox.domain.identity.Member;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.PersonalText;
import dev.lockbox.domain.rules.Assignment;
import dev.lockbox.domain.rules.CustomerRole;
import io.micronaut.core.annotation.Introspected;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * That somebody of the customer holds a role somewhere, and below it.
 *
 * @param person their id
 * @param mail where mail reaches them
 * @param resources the beginning of a resource's name, such as a subscription's; empty for the
 *     whole customer
 */
@Introspected
@Schema(name = "Assignment")
public record AssignmentJson(
    @Needed String person,
    @Needed String mail,
    @Needed CustomerRole role,
    @Needed String resources) {
  static AssignmentJson of(Assignment assignment) {
    return new AssignmentJson(
        assignment.holder().person().value(),
        assignment.holder().mail().text(),
        assignment.role(),
        assignment.resources());
  }

  Assignment toDomain() {
    var id = new PersonId(person);
    return new Assignment(new Member(id, new PersonalText(id, mail)), role, resources);
  }
}
