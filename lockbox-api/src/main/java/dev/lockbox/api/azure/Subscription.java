package dev.lockbox.api.azure;

import dev.lockbox.api.problem.Problem;
import dev.lockbox.api.problem.ProblemException;
import dev.lockbox.api.security.Caller;
import dev.lockbox.api.view.ReadableRequests;
import dev.lockbox.api.view.RequestJson;
import java.util.Locale;

/** Which of a customer's requests a path means by its subscription. */
final class Subscription {
  static final String REQUESTS =
      "/subscriptions/{subscriptionId}/providers/Microsoft.CustomerLockbox/requests";

  private Subscription() {}

  static String path(String subscription) {
    return REQUESTS.replace("{subscriptionId}", subscription);
  }

  /**
   * One that the caller may read, as it stands now.
   *
   * @throws ProblemException NO_SUCH_REQUEST, also where it is of another subscription or for
   *     practice, of which Azure has no word; NO_ROLE
   */
  static RequestJson find(
      ReadableRequests requests, Caller caller, String subscription, String id) {
    var found = requests.get(caller, caller.tenant().value(), id);
    if (found.practice() || !holds(subscription, found)) {
      throw new ProblemException(Problem.noSuchRequest());
    }
    return found;
  }

  /**
   * Whether the request touches anything of the subscription. The customer's own id in its place
   * means everything of the customer's: not all resources are below a subscription.
   */
  static boolean holds(String subscription, RequestJson request) {
    var branch = "/subscriptions/%s/".formatted(subscription).toLowerCase(Locale.ROOT);
    return request.tenant().equals(subscription)
        || request.resources().stream()
            .anyMatch(one -> (one.toLowerCase(Locale.ROOT) + "/").startsWith(branch));
  }
}
