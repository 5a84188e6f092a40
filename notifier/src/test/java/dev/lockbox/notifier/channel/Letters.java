package dev.lockbox.notifier.channel;

import static dev.lockbox.domain.Cast.ANNA;
import static dev.lockbox.domain.Cast.CONTOSO;
import static dev.lockbox.domain.Scenario.given;

import dev.lockbox.domain.Event;
import dev.lockbox.domain.EventBuilder;
import dev.lockbox.domain.Opening;
import dev.lockbox.notifier.channel.Letter.Matter;
import java.net.URI;
import java.util.Optional;
import java.util.stream.Stream;

/** Letters in as few words as a test needs: told to Anna. */
public final class Letters {
  public static final String ANNA_MAIL = "anna@contoso.example";
  public static final Portal PORTAL = new Portal(URI.create("https://lockbox.example/portal/"));

  private Letters() {}

  /** About the last thing that happened. */
  public static Letter about(EventBuilder<?>... history) {
    var told = given(history);
    return letter(told.history().getLast(), told.state().opened());
  }

  /** About something else than a request by itself. */
  static Letter about(Event event) {
    return letter(event, Optional.empty());
  }

  /** About several requests, to each of which this happened. */
  static Letter together(EventBuilder<?>... each) {
    var matters =
        Stream.of(each)
            .map(one -> given(one))
            .map(told -> new Matter(told.history().getLast(), told.state().opened()))
            .toList();
    return new Letter(MessageId.of(CONTOSO, 7, ANNA, "provider.example"), ANNA_MAIL, matters);
  }

  public static Letter letter(Event event, Optional<Opening> opening) {
    return new Letter(
        MessageId.of(CONTOSO, 7, ANNA, "provider.example"), ANNA_MAIL, event, opening);
  }
}
