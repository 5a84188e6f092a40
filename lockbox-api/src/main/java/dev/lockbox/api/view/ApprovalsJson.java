package dev.lockbox.api.view;

import dev.lockbox.domain.Approval;
import dev.lockbox.domain.Approvals;
import io.micronaut.core.annotation.Introspected;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;

/**
 * Whose yes a waiting request needs, and which it has.
 *
 * @param stages to be passed in this order
 * @param stage which is to be passed next, from 0
 * @param missing how many more people must say yes in it
 * @param given in the order in which they came
 */
@Introspected
@Schema(name = "Approvals")
public record ApprovalsJson(List<StageJson> stages, int stage, int missing, List<Given> given) {
  /** One person's yes. */
  @Introspected
  @Schema(name = "Approval")
  public record Given(String by, Instant at, int stage) {
    static Given of(Approval yes) {
      return new Given(yes.by().value(), yes.at(), yes.stage());
    }
  }

  static ApprovalsJson of(Approvals approvals) {
    var current = approvals.current();
    return new ApprovalsJson(
        approvals.stages().stream().map(StageJson::of).toList(),
        current,
        approvals.missing(current),
        approvals.given().stream().map(Given::of).toList());
  }
}
