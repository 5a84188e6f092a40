package dev.lockbox.api.view;

import dev.lockbox.domain.AccessRequest.Pending;
import dev.lockbox.domain.identity.Code;
import dev.lockbox.domain.rules.Usual;
import io.micronaut.core.annotation.Introspected;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What is usual at this customer where such a reason is said; it decides nothing. Counted is what
 * people of the customer's said yes to, whatever became of it afterwards.
 *
 * @param reasonCode that was said; null where none was, and what is usual then
 * @param granted how many requests were granted
 * @param narrowed how many of them to less than was asked for
 * @param median half of them were granted for so long at most, ISO 8601; null while there are fewer
 *     than five, and nothing is usual yet
 * @param ninetieth nine of ten were granted for so long at most; null likewise
 * @param longerThanUsual whether what a yes would grant now is longer than nine of ten were
 */
@Introspected
@Schema(name = "Advice")
public record AdviceJson(
    @Nullable String reasonCode,
    long granted,
    long narrowed,
    @Nullable String median,
    @Nullable String ninetieth,
    boolean longerThanUsual) {
  static AdviceJson of(Pending waits, Usual usual) {
    var accessFor = waits.terms().accessFor();
    return new AdviceJson(
        UsualFolding.reason(waits).map(Code::value).orElse(null),
        usual.count(),
        usual.narrowed(),
        usual.median().map(Duration::toString).orElse(null),
        usual.ninetieth().map(Duration::toString).orElse(null),
        usual.ninetieth().filter(most -> accessFor.compareTo(most) > 0).isPresent());
  }
}
