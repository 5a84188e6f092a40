package dev.lockbox.api.view;

import dev.lockbox.domain.AccessRequest.Closing;
import dev.lockbox.domain.Outcome;
import dev.lockbox.domain.identity.PointId;
import io.micronaut.core.annotation.Introspected;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;

/**
 * What is still to be closed of access that is over.
 *
 * @param outcome how it ended; the request's state once all have closed
 * @param missing the enforcement points that have not said yet that they closed
 * @param by from this instant on it is too late
 */
@Introspected
@Schema(name = "Closing")
public record ClosingJson(Outcome outcome, List<String> missing, Instant by) {
  static ClosingJson of(Closing closing) {
    return new ClosingJson(
        closing.end().outcome(),
        closing.due().points().stream().map(PointId::value).sorted().toList(),
        closing.due().by());
  }
}
