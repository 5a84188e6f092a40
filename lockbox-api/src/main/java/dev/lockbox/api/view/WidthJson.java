package dev.lockbox.api.view;

import dev.lockbox.api.json.Needed;
import dev.lockbox.domain.resource.NamePattern;
import dev.lockbox.domain.rules.Width;
import io.micronaut.core.annotation.Introspected;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How much one request may ask for.
 *
 * @param widest patterns of names, at most 32: what holds such a resource is too wide, as {@code
 *     /clusters/one} is where this is {@code /clusters/*&#47;ns/*}; none for no such bound
 * @param resourcesAtMost how many resources one request may name, 1 to 64; null for any number
 */
@Introspected
@Schema(name = "Width")
public record WidthJson(@Needed List<String> widest, @Needed @Nullable Integer resourcesAtMost) {
  static WidthJson of(Width width) {
    return new WidthJson(
        width.widest().stream().map(NamePattern::toString).toList(),
        width.resourcesAtMost().orElse(null));
  }

  Width toDomain() {
    return new Width(
        widest.stream().map(NamePattern::of).toList(), Optional.ofNullable(resourcesAtMost));
  }
}
