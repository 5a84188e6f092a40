package dev.lockbox.api.view;

import dev.lockbox.domain.identity.ActionName;
import dev.lockbox.domain.identity.ResourceName;
import dev.lockbox.domain.rules.Terms;
import io.micronaut.core.annotation.Introspected;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a yes grants.
 *
 * @param actions what may be done
 * @param resources what may be touched
 * @param accessFor for how long from the yes, ISO 8601
 * @param conditions under which; null where there are none
 */
@Introspected
@Schema(name = "Terms")
public record TermsJson(
    List<String> actions,
    List<String> resources,
    String accessFor,
    @Nullable ConditionsJson conditions) {
  static TermsJson of(Terms terms) {
    return new TermsJson(
        terms.actions().stream().map(ActionName::value).toList(),
        terms.resources().stream().map(ResourceName::value).toList(),
        terms.accessFor().toString(),
        ConditionsJson.ofAny(terms.conditions()));
  }
}
