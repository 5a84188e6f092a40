package dev.lockbox.api.view;

import dev.lockbox.domain.AccessRequest;
import dev.lockbox.domain.AccessRequest.Closed;
import dev.lockbox.domain.AccessRequest.Closing;
import dev.lockbox.domain.AccessRequest.Evaluated;
import dev.lockbox.domain.AccessRequest.Faulted;
import dev.lockbox.domain.AccessRequest.Granted;
import dev.lockbox.domain.AccessRequest.Passed;
import dev.lockbox.domain.AccessRequest.Pending;
import dev.lockbox.domain.AccessRequest.Scheduled;
import dev.lockbox.domain.AccessRequest.Unopened;
import dev.lockbox.domain.ReadingEvent;
import dev.lockbox.domain.ReadingEvent.ReadingRequired;
import dev.lockbox.domain.ReadingEvent.RecordRead;
import dev.lockbox.domain.ReadingEvent.RecordUnread;
import dev.lockbox.domain.identity.PersonId;
import io.micronaut.core.annotation.Introspected;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who read what was done, once access is over.
 *
 * @param remindAt from this instant on the customer's people are reminded that nobody has; null
 *     where nobody is to be reminded any more
 * @param readBy who of them said that they did; null where nobody has
 */
@Introspected
@Schema(name = "Lookback")
public record LookbackJson(@Nullable Instant remindAt, @Nullable String readBy) {

  /** Null where there is nothing to be read: access is not over, or there never was any. */
  static @Nullable LookbackJson of(AccessRequest state) {
    return switch (state) {
      case Closed closed -> closed.accessUntil().isEmpty() ? null : of(closed);
      case Closing closing -> of(closing.end());
      case Unopened none -> null;
      case Evaluated evaluated -> null;
      case Passed passed -> null;
      case Pending pending -> null;
      case Scheduled scheduled -> null;
      case Granted granted -> null;
      case Faulted faulted -> null;
    };
  }

  private static LookbackJson of(Closed closed) {
    var lookback = closed.lookback();
    return new LookbackJson(
        lookback.remindAt().orElse(null), lookback.readBy().map(PersonId::value).orElse(null));
  }

  static Entry told(Entry entry, ReadingEvent event) {
    return switch (event) {
      case ReadingRequired required -> entry.dueBy(required.remindAt());
      case RecordRead read -> entry;
      case RecordUnread unread -> entry;
    };
  }
}
