package dev.lockbox.domain;

import static dev.lockbox.domain.Cast.ACTIONS;
import static dev.lockbox.domain.Cast.BEN;
import static dev.lockbox.domain.Cast.EVA;
import static dev.lockbox.domain.Cast.RESOURCES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockbox.domain.identity.ActionName;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.PersonalText;
import dev.lockbox.domain.identity.ResourceName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AskedTest {
  @Test
  void somethingIsAskedForAndNotTooMuch() {
    assertThat(asked(EVA, actions(32), resources(64)).resources()).hasSize(64);
    assertThatThrownBy(() -> asked(EVA, List.of(), RESOURCES))
        .hasMessage("actions must be 1 to 32, were 0");
    assertThatThrownBy(() -> asked(EVA, actions(33), RESOURCES))
        .hasMessage("actions must be 1 to 32, were 33");
    assertThatThrownBy(() -> asked(EVA, ACTIONS, List.of()))
        .hasMessage("resources must be 1 to 64, were 0");
    assertThatThrownBy(() -> asked(EVA, ACTIONS, resources(65)))
        .hasMessage("resources must be 1 to 64, were 65");
  }

  @Test
  void nothingIsAskedForTwice() {
    assertThatThrownBy(() -> asked(EVA, List.of(ACTIONS.getFirst(), ACTIONS.getFirst()), RESOURCES))
        .hasMessage("actions must be distinct");
  }

  @Test
  void theJustificationIsTheEngineersOwn() {
    assertThatThrownBy(() -> asked(BEN, ACTIONS, RESOURCES))
        .hasMessage("the justification of eva must be theirs");
  }

  @Test
  void whatWasAskedDoesNotChangeBehindItsBack() {
    var actions = new ArrayList<>(ACTIONS);
    var asked = asked(EVA, actions, RESOURCES);
    actions.clear();
    assertThat(asked.actions()).isEqualTo(ACTIONS);
  }

  @Test
  void whatWasAskedNeverPrintsTheJustification() {
    assertThat(asked(EVA, ACTIONS, RESOURCES).toString()).doesNotContain(Cast.JUSTIFICATION);
  }

  private static Asked asked(
      PersonId author, List<ActionName> actions, List<ResourceName> resources) {
    return new Asked(
        EVA,
        new PersonalText(author, Cast.JUSTIFICATION),
        Optional.empty(),
        actions,
        resources,
        Optional.empty());
  }

  private static List<ActionName> actions(int count) {
    return IntStream.range(0, count).mapToObj(i -> new ActionName("a" + i)).toList();
  }

  private static List<ResourceName> resources(int count) {
    return IntStream.range(0, count).mapToObj(i -> new ResourceName("/r" + i)).toList();
  }
}
