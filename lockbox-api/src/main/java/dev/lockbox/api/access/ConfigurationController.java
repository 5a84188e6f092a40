package dev.lockbox.api.access;

import dev.lockbox.api.problem.OrProblem;
import dev.lockbox.api.tag.Shows;
import dev.lockbox.api.tag.Tagged;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.server.util.HttpHostResolver;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;

/** What the access API offers, open to everybody. */
@Controller("/.well-known/authzen-configuration")
@Tag(name = "Access")
class ConfigurationController {
  private final AccessSettings settings;
  private final HttpHostResolver hosts;

  ConfigurationController(AccessSettings settings, HttpHostResolver hosts) {
    this.settings = settings;
    this.hosts = hosts;
  }

  /**
   * Policy decision point metadata, in the names of the specification. There are no searches.
   *
   * @param policy_decision_point as whom it names itself; whoever fetched this from elsewhere must
   *     not use it
   * @param access_evaluation_endpoint where one question is asked
   * @param access_evaluations_endpoint where several are
   */
  @Introspected
  @SuppressWarnings("MemberName")
  @Schema(name = "AccessConfiguration")
  record Configuration(
      String policy_decision_point,
      String access_evaluation_endpoint,
      String access_evaluations_endpoint)
      implements Tagged {
    static Configuration at(String url) {
      return new Configuration(
          url, url + AccessController.EVALUATION, url + AccessController.EVALUATIONS);
    }
  }

  @Get
  @Operation(operationId = "accessConfiguration", summary = "What the access API offers")
  @Shows
  @OrProblem.ToEverybody
  Configuration configuration(@Parameter(hidden = true) HttpRequest<?> request) {
    return Configuration.at(settings.url().orElseGet(() -> hosts.resolve(request)));
  }
}
