package dev.lockbox.domain;

import static dev.lockbox.domain.SealedTypes.kindsOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockbox.domain.AccessRequest.Closed;
import dev.lockbox.domain.ExclusionCommand.ReportExclusion;
import dev.lockbox.domain.TenantCommand.ChangePlan;
import dev.lockbox.domain.TenantCommand.RegisterTenant;
import java.util.List;
import org.junit.jupiter.api.Test;

class SamplesTest {
  @Test
  void thereIsOneCommandOfEveryType() {
    assertThat(types(Samples.commands()))
        .doesNotHaveDuplicates()
        .hasSameElementsAs(kindsOf(Command.class));
  }

  @Test
  void thereIsOneEventOfEveryType() {
    assertThat(types(Samples.events().stream().map(Recorded::event).toList()))
        .doesNotHaveDuplicates()
        .hasSameElementsAs(kindsOf(Event.class));
  }

  @Test
  void thereIsAnAccessRequestInEveryState() {
    assertThat(types(Samples.states())).hasSameElementsAs(kindsOf(AccessRequest.class));
  }

  @Test
  void thereIsAnAccessRequestClosedInEveryWay() {
    assertThat(Samples.states())
        .filteredOn(Closed.class::isInstance)
        .extracting(state -> ((Closed) state).outcome())
        .contains(Outcome.values());
  }

  /** But for those that came to say more, whose older way is kept as the one that says all. */
  @Test
  void theSparseOnesSayNothingTheyNeedNotSay() {
    assertThat(Samples.sparseCommands())
        .filteredOn(command -> !(command instanceof ChangePlan))
        .filteredOn(command -> !(command instanceof RegisterTenant))
        .filteredOn(command -> !(command instanceof ReportExclusion))
        .allSatisfy(command -> assertThat(command.toString()).contains("Optional.empty"));
    assertThat(Samples.sparseEvents())
        .extracting(recorded -> recorded.event().toString())
        .filteredOn(text -> !text.startsWith("RequestOpened"))
        .filteredOn(text -> !text.startsWith("RequestNarrowed"))
        .filteredOn(text -> !text.startsWith("OfferAccepted"))
        .filteredOn(text -> !text.startsWith("BreakGlassProposed"))
        .allSatisfy(text -> assertThat(text).contains("Optional.empty"));
  }

  @Test
  void samplesAreTheSameEveryTime() {
    assertThat(Samples.commands()).isEqualTo(Samples.commands());
    assertThat(Samples.events()).isEqualTo(Samples.events());
    assertThat(Samples.states()).isEqualTo(Samples.states());
    assertThat(RolesSamples.roles()).isEqualTo(RolesSamples.roles());
    assertThat(RolesSamples.engineers()).isEqualTo(RolesSamples.engineers());
  }

  private static List<Class<?>> types(List<?> values) {
    return values.stream().<Class<?>>map(Object::getClass).toList();
  }
}
