package dev.lockbox.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What a command is remembered by tells it from every other: who repeats an attempt with anything
 * else in it is not answered as if they had said the same.
 */
class EveryPartCountsTest {
  static Stream<Command> commands() {
    return Stream.of(Samples.commands(), Samples.sparseCommands())
        .flatMap(List::stream)
        .filter(command -> command.attempt().isPresent());
  }

  /**
   * Whose it is and what it is about is where it is remembered, and the facts are not asked.
   * Whoever signs the same again makes another signature: how it is proven is not what is asked.
   */
  @ParameterizedTest
  @MethodSource("commands")
  void whateverIsChangedIsAnotherContent(Command command) {
    var content = command.content();
    assertThat(
            Variations.of(
                    (Record) command,
                    "tenant",
                    "request",
                    "exclusion",
                    "engineer",
                    "role",
                    "by",
                    "facts",
                    "proof",
                    "seatTaken")
                .map(Command.class::cast)
                .filter(other -> !other.equals(command)))
        .allSatisfy(other -> assertThat(other.content()).isNotEqualTo(content));
  }
}
