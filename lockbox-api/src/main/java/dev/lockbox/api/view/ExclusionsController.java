package dev.lockbox.api.view;

import dev.lockbox.api.problem.OrProblem;
import dev.lockbox.api.security.Authority;
import dev.lockbox.api.security.Caller;
import dev.lockbox.api.tag.Shows;
import dev.lockbox.api.tag.Tagged;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The GETs of accesses that no approval covers. Nothing here changes anything. */
@Controller("/v1/tenants/{tenant}/exclusions")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Exclusions")
class ExclusionsController {
  private static final int PAGE = 100;

  private final Authority authority;
  private final Exclusions exclusions;
  private final PastExclusions past;

  ExclusionsController(Authority authority, Exclusions exclusions, PastExclusions past) {
    this.authority = authority;
    this.exclusions = exclusions;
    this.past = past;
  }

  /**
   * Part of the customer's exclusions.
   *
   * @param next the last id of this page, behind which the rest is; null on the last page
   */
  @Introspected
  @Schema(name = "ExclusionPage")
  record ExclusionPage(List<ExclusionJson> items, @Nullable String next) implements Tagged {}

  @Get
  @Operation(
      operationId = "listExclusions",
      summary = "Accesses that no approval covers, or none covered, a hundred at a time",
      description =
          "As they stood: the history of each, folded up to there by the same rules. A page may"
              + " then hold fewer, or none, and still have a `next`.")
  @Shows
  @OrProblem
  ExclusionPage list(
      @Parameter(hidden = true) Caller caller,
      @PathVariable String tenant,
      @QueryValue @Parameter(required = false, description = "The `next` of the page before.")
          Optional<String> after,
      @QueryValue
          @Parameter(
              required = false,
              description = AsOf.TIME_ABOUT,
              schema = @Schema(type = "string", format = "date-time"))
          Optional<String> asOf) {
    var readable = authority.toRead(caller, tenant);
    var behind = after.flatMap(id -> ExclusionIds.parse(readable, id));
    var page =
        asOf.map(AsOf::time)
            .map(then -> past.list(readable, behind, PAGE, then))
            .orElseGet(() -> exclusions.list(readable, behind, PAGE));
    return new ExclusionPage(page.items(), page.next().orElse(null));
  }

  @Get("/{id}")
  @Operation(
      operationId = "getExclusion",
      summary = "One exclusion as it stands now, or as it stood")
  @ShowsExclusion
  ExclusionJson get(
      @Parameter(hidden = true) Caller caller,
      @PathVariable String tenant,
      @PathVariable String id,
      @QueryValue
          @Parameter(
              required = false,
              description = AsOf.TIME_ABOUT,
              schema = @Schema(type = "string", format = "date-time"))
          Optional<String> asOf) {
    var exclusion = ExclusionIds.named(authority.toRead(caller, tenant), id);
    return asOf.map(AsOf::time)
        .map(then -> past.show(exclusion, then))
        .orElseGet(() -> exclusions.show(exclusion))
        .orElseThrow(ExclusionIds::noSuch);
  }
}
