package dev.lockbox.adapter.target;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.lockbox.domain.Elsewhere;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ListedTest {
  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a b", ".", "..", "é", "a\n"})
  void anIdThatLeadsNowhereIsNone(String id) {
    assertThatIllegalArgumentException().isThrownBy(() -> new Listed(id, Optional.empty()));
  }

  /** T8: an id is read, and named to a target, in the same letters everywhere. */
  @Test
  void whatATargetListsIsReadInEveryZoneAndLanguage() throws Exception {
    Elsewhere.theSame(
        () ->
            List.of(
                new Listed("by-hand", Optional.empty()),
                new Listed("x".repeat(Listed.ID_CHARS_MAX), Optional.empty()),
                Listed.of(Some.assignment())));
  }
}
