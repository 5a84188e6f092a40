package dev.lockbox.api.view;

import dev.lockbox.api.json.Needed;
import dev.lockbox.domain.resource.NamePattern;
import dev.lockbox.domain.rules.GuardRail;
import io.micronaut.core.annotation.Introspected;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/**
 * What must be behind the lockbox: whoever asks for it is asked about as though it were enrolled.
 * Tags or resources are given, at most 32 of each; where both are, both must be met, in any case of
 * letters.
 *
 * @param id by which checks name it
 * @param tags one of these is said of the request; none for whatever is said
 * @param resources patterns of names: what is meant, what lies below it and what holds it; none for
 *     every resource
 */
@Introspected
@Schema(name = "GuardRail")
public record GuardRailJson(
    @Needed String id, @Needed List<String> tags, @Needed List<String> resources) {
  static GuardRailJson of(GuardRail rail) {
    return new GuardRailJson(
        rail.id().value(),
        DetailedRouteJson.texts(rail.tags()),
        rail.resources().stream().map(NamePattern::toString).toList());
  }

  GuardRail toDomain() {
    return GuardRail.of(id, tags, resources);
  }
}
