package dev.lockbox.api.view;

import dev.lockbox.api.json.Needed;
import dev.lockbox.domain.rules.CoolDown;
import dev.lockbox.domain.rules.Pace;
import io.micronaut.core.annotation.Introspected;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How fast one engineer may ask.
 *
 * @param openAtMost how many of their requests may wait at once, 1 to 256; null for any number
 * @param coolDown what denials lead to; null for nothing
 */
@Introspected
@Schema(name = "Pace")
public record PaceJson(
    @Needed @Nullable Integer openAtMost, @Needed @Nullable CoolDownJson coolDown) {

  /**
   * After how many denials an engineer asks for nothing for a while.
   *
   * @param denials by the customer's people; 1 to 10
   * @param within the first and the last of them at most this far apart, ISO 8601; at most 30 days
   * @param lasts counted from the last of them, ISO 8601; at most 30 days
   */
  @Introspected
  @Schema(name = "CoolDown")
  public record CoolDownJson(@Needed int denials, @Needed String within, @Needed String lasts) {
    static CoolDownJson of(CoolDown rule) {
      return new CoolDownJson(rule.denials(), rule.within().toString(), rule.lasts().toString());
    }

    CoolDown toDomain() {
      return new CoolDown(denials, Duration.parse(within), Duration.parse(lasts));
    }
  }

  static PaceJson of(Pace pace) {
    return new PaceJson(
        pace.openAtMost().orElse(null), pace.coolDown().map(CoolDownJson::of).orElse(null));
  }

  Pace toDomain() {
    return new Pace(
        Optional.ofNullable(openAtMost), Optional.ofNullable(coolDown).map(CoolDownJson::toDomain));
  }
}
