package dev.lockbox.api.view;

import dev.lockbox.domain.identity.GroupId;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.rules.Stage;
import io.micronaut.core.annotation.Introspected;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * People of whom some must say yes.
 *
 * @param group whose members they are; null for all approvers
 * @param quorum how many different people must say yes
 * @param approvers who could when the request was opened, sorted
 */
@Introspected
@Schema(name = "Stage")
public record StageJson(@Nullable String group, int quorum, List<String> approvers) {
  static StageJson of(Stage stage) {
    return new StageJson(
        stage.group().map(GroupId::value).orElse(null),
        stage.quorum(),
        stage.approvers().stream().map(PersonId::value).sorted().toList());
  }
}
