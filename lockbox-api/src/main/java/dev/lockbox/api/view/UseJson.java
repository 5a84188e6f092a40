package dev.lockbox.api.view;

import dev.lockbox.domain.SessionEvent.UseSummarised;
import dev.lockbox.domain.identity.ActionName;
import dev.lockbox.domain.identity.ResourceName;
import io.micronaut.core.annotation.Introspected;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/**
 * What was approved beside what was performed.
 *
 * @param isFinal whether the grant is over, so that nothing more will come
 * @param inSessions how long sessions that have ended lasted, taken together; ISO 8601
 * @param performed granted actions, and how often each was performed
 * @param resources granted ones that something was done to
 * @param unusedActions granted, and not performed
 * @param unusedResources granted, and nothing was done to them
 * @param percentUsed how many in a hundred of the granted actions were performed
 * @param flagged things done outside of the grant
 * @param prevented things kept from happening
 */
@Introspected
@Schema(name = "Use")
public record UseJson(
    boolean isFinal,
    long sessions,
    String inSessions,
    List<PerformedJson> performed,
    List<String> resources,
    List<String> unusedActions,
    List<String> unusedResources,
    int percentUsed,
    long flagged,
    long prevented,
    long bytesRead) {

  /** How often an action was performed. */
  @Introspected
  @Schema(name = "Performed")
  public record PerformedJson(String action, long times) {}

  static UseJson of(UseSummarised summarised) {
    return of(true, summarised);
  }

  /** Of a grant that goes on. */
  static UseJson soFar(UseSummarised summarised) {
    return of(false, summarised);
  }

  private static UseJson of(boolean isFinal, UseSummarised summarised) {
    var usage = summarised.usage();
    return new UseJson(
        isFinal,
        usage.sessions(),
        usage.inSessions().toString(),
        usage.performed().entrySet().stream()
            .map(one -> new PerformedJson(one.getKey().value(), one.getValue()))
            .toList(),
        usage.resources().stream().map(ResourceName::value).toList(),
        summarised.unusedActions().stream().map(ActionName::value).toList(),
        summarised.unusedResources().stream().map(ResourceName::value).toList(),
        summarised.percentUsed(),
        usage.flagged(),
        usage.prevented(),
        usage.bytesRead());
  }
}
