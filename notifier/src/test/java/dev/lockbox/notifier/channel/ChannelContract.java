package dev.lockbox.notifier.channel;

import static dev.lockbox.domain.Events.approved;
import static dev.lockbox.domain.Events.opened;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockbox.notifier.channel.Delivery.Accepted;
import dev.lockbox.notifier.channel.Delivery.Failed;
import dev.lockbox.notifier.channel.Delivery.Scope;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What holds for every way to reach a person. */
public abstract class ChannelContract {
  /** The channel, with the other side well. */
  protected abstract Channel channel();

  /** From now on the other side is gone. */
  protected abstract void otherSideGoesAway();

  /** From now on the other side is well, but will not have this recipient. */
  protected abstract void otherSideRefuses(String address);

  /** The ids under which the other side has taken letters, in that order. */
  protected abstract List<String> taken();

  @Test
  void whatIsAcceptedIsWithTheOtherSideOnce() {
    var letter = Letters.about(opened());

    assertThat(channel().deliver(letter)).isEqualTo(new Accepted());
    assertThat(taken()).containsExactly(letter.id().value());
  }

  @Test
  void handedOverAgainItBearsTheSameId() {
    var letter = Letters.about(opened());

    channel().deliver(letter);
    channel().deliver(letter);

    assertThat(taken()).containsExactly(letter.id().value(), letter.id().value());
  }

  @Test
  void anotherSideThatIsGoneIsAnAnswer() {
    var channel = channel();
    otherSideGoesAway();

    assertThat(channel.deliver(Letters.about(opened())))
        .isInstanceOfSatisfying(
            Failed.class, failed -> assertThat(failed.scope()).isEqualTo(Scope.SERVER));
  }

  @Test
  void aRefusedRecipientIsTheLettersOwnTrouble() {
    otherSideRefuses(Letters.ANNA_MAIL);

    assertThat(channel().deliver(Letters.about(opened(), approved())))
        .isInstanceOfSatisfying(
            Failed.class,
            failed -> {
              assertThat(failed.scope()).isEqualTo(Scope.LETTER);
              assertThat(failed.why()).doesNotContain("@").doesNotContain("\n");
            });
    assertThat(taken()).isEmpty();
  }
}
