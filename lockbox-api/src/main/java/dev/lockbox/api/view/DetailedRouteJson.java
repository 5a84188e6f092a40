package dev.lockbox.api.view;

import static java.util.stream.Collectors.toUnmodifiableSet;

import dev.lockbox.api.json.Needed;
import dev.lockbox.domain.identity.Code;
import dev.lockbox.domain.rules.DetailedRoute;
import io.micronaut.core.annotation.Introspected;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Set;

/**
 * A route for requests of which something is said: one of each list that is not empty.
 *
 * @param tags of the request
 * @param reasonCodes why it is asked
 * @param severities how bad the problem is
 * @param teams of the engineer's
 * @param escalationAtLeast how often the problem was passed on, 0 to 9; 0 for however often
 * @param resources the beginning of a resource's name; empty for every resource
 * @param actions the beginning of an action's name; empty for every action
 */
@Introspected
@Schema(name = "DetailedRoute")
public record DetailedRouteJson(
    @Needed List<String> tags,
    @Needed List<String> reasonCodes,
    @Needed List<String> severities,
    @Needed List<String> teams,
    @Needed int escalationAtLeast,
    @Needed String resources,
    @Needed String actions,
    @Needed List<SettingsJson.StageRuleJson> stages) {
  static DetailedRouteJson of(DetailedRoute route) {
    var way = SettingsJson.RouteJson.of(route.route());
    return new DetailedRouteJson(
        texts(route.tags()),
        texts(route.reasonCodes()),
        texts(route.severities()),
        texts(route.teams()),
        route.escalationAtLeast(),
        way.resources(),
        way.actions(),
        way.stages());
  }

  DetailedRoute toDomain() {
    return new DetailedRoute(
        codes(tags),
        codes(reasonCodes),
        codes(severities),
        codes(teams),
        escalationAtLeast,
        new SettingsJson.RouteJson(resources, actions, stages).toDomain());
  }

  static List<String> texts(Set<Code> codes) {
    return codes.stream().map(Code::value).sorted().toList();
  }

  static Set<Code> codes(List<String> texts) {
    return texts.stream().map(Code::new).collect(toUnmodifiableSet());
  }
}
