package dev.lockbox.notifier.channel;

import static dev.lockbox.domain.Cast.ANNA;
import static dev.lockbox.domain.Cast.BEN;
import static dev.lockbox.domain.Cast.CONTOSO;
import static dev.lockbox.domain.Cast.FABRIKAM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.junit.jupiter.api.Test;

class MessageIdTest {
  private static final String DOMAIN = "provider.example";
  private static final MessageId WAITING = MessageId.waiting(CONTOSO, ANNA, DOMAIN);

  @Test
  void eachPersonOfEachCustomerHasAnIdOfTheirOwnUnderWhichNoticesWait() {
    assertThat(MessageId.waiting(CONTOSO, ANNA, DOMAIN)).isEqualTo(WAITING);
    assertThat(
            List.of(
                WAITING,
                MessageId.waiting(CONTOSO, BEN, DOMAIN),
                MessageId.waiting(FABRIKAM, ANNA, DOMAIN)))
        .doesNotHaveDuplicates();
  }

  @Test
  void aLetterOfWhatWaitedIsItsFirstsAndNoOthers() {
    assertThat(WAITING.together(7)).isEqualTo(WAITING.together(7));
    assertThat(
            List.of(
                WAITING,
                WAITING.together(7),
                WAITING.together(8),
                MessageId.of(CONTOSO, 7, ANNA, DOMAIN)))
        .doesNotHaveDuplicates();
    assertThat(WAITING.together(7).value()).endsWith(".7@" + DOMAIN + ">");
  }

  @Test
  void eachKindKnowsItself() {
    assertThat(WAITING.isWaiting()).isTrue();
    assertThat(WAITING.isTogether()).isFalse();
    assertThat(WAITING.together(7).isTogether()).isTrue();
    assertThat(WAITING.together(7).isWaiting()).isFalse();
    var itsOwn = MessageId.of(CONTOSO, 7, ANNA, DOMAIN);
    assertThat(itsOwn.isWaiting() || itsOwn.isTogether()).isFalse();
  }

  @Test
  void nothingWaitsUnderALettersId() {
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> WAITING.together(7).together(8));
  }
}
