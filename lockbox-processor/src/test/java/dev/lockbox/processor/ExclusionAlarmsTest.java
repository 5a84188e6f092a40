package dev.lockbox.processor;

import static dev.lockbox.domain.Cast.ANNA;
import static dev.lockbox.domain.Cast.CONTOSO;
import static dev.lockbox.domain.Cast.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockbox.domain.Command;
import dev.lockbox.domain.CommandRefused;
import dev.lockbox.domain.ExclusionCommand.AcknowledgeExclusion;
import dev.lockbox.domain.ExclusionCommand.EnforceExclusion;
import dev.lockbox.domain.ExclusionCommand.ReportExclusion;
import dev.lockbox.domain.ExclusionEvent.AcknowledgementOverdue;
import dev.lockbox.domain.ExclusionEvent.BreakGlassLapsed;
import dev.lockbox.domain.ExclusionEvent.BreakGlassProposed;
import dev.lockbox.domain.ExclusionEvent.ExclusionAcknowledged;
import dev.lockbox.domain.ExclusionEvent.ExclusionInvoked;
import dev.lockbox.domain.ExclusionSamples;
import dev.lockbox.domain.Samples;
import dev.lockbox.domain.decision.Attempt;
import dev.lockbox.domain.decision.Refusal;
import dev.lockbox.domain.exclusion.ExclusionDecider;
import dev.lockbox.domain.identity.DecisionId;
import dev.lockbox.events.message.LoggedCommand;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Exclusions over the whole topology: kept, told, and reminded of. */
class ExclusionAlarmsTest {
  private static final Duration LOOK = Rig.TIMERS.resolution();

  private Rig rig;

  @BeforeEach
  void start(@TempDir Path directory) {
    rig = Rig.at(directory.resolve("stores"), NOON);
    rig.append(Say.register(CONTOSO, "anna"));
  }

  @AfterEach
  void stop() {
    rig.close();
  }

  @Test
  void aBreakGlassThatNobodyConfirmsLapsesAtItsHour() {
    rig.append(sample(ReportExclusion.class));
    rig.pass(ExclusionDecider.CONFIRM_WITHIN.minus(LOOK));
    assertThat(rig.rung()).isEmpty();
    rig.pass(LOOK);
    assertThat(rig.rung())
        .extracting(LoggedCommand::command)
        .containsExactly(new EnforceExclusion(ExclusionSamples.EXCLUSION));
    assertThat(rig.events().stream().skip(1))
        .hasExactlyElementsOfTypes(BreakGlassProposed.class, BreakGlassLapsed.class);
  }

  @Test
  void whatNobodyAcknowledgesIsOverdueAndARestartForgetsNoDeadline() {
    rig.append(sample(ReportExclusion.class));
    rig.append(sample(Command.class, "ConfirmBreakGlass"));
    rig = rig.restarted();
    rig.pass(ExclusionDecider.ACKNOWLEDGE_WITHIN);
    assertThat(rig.events()).last().isInstanceOf(AcknowledgementOverdue.class);
    rig.append(acknowledge("late"));
    assertThat(rig.events()).last().isInstanceOf(ExclusionAcknowledged.class);
  }

  @Test
  void anExclusionLeavesTheTenantsVersionAndItsRefusalsAsTheyWere() {
    rig.append(sample(ReportExclusion.class));
    rig.append(acknowledge("too-early"));
    rig.append(sample(Command.class, "ConfirmBreakGlass"));
    rig.append(acknowledge("seen"));
    var recorded = rig.recorded();
    assertThat(recorded.stream().skip(1).map(one -> (Object) one.event()))
        .hasExactlyElementsOfTypes(
            BreakGlassProposed.class,
            CommandRefused.class,
            ExclusionInvoked.class,
            ExclusionAcknowledged.class);
    assertThat(recorded).extracting(one -> one.version()).containsOnly(1L);
    assertThat(recorded).extracting(one -> one.sequence()).containsExactly(1L, 2L, 3L, 4L, 5L);
    assertThat(((CommandRefused) recorded.get(2).event()).refusal())
        .isEqualTo(Refusal.NO_SUCH_EXCLUSION);
  }

  private static AcknowledgeExclusion acknowledge(String decision) {
    return new AcknowledgeExclusion(
        ExclusionSamples.EXCLUSION, new Attempt(ANNA, new DecisionId(decision)), Optional.empty());
  }

  private static <C extends Command> C sample(Class<C> type) {
    return sample(type, type.getSimpleName());
  }

  private static <C extends Command> C sample(Class<C> type, String name) {
    return Samples.commands().stream()
        .filter(command -> command.name().equals(name))
        .map(type::cast)
        .findFirst()
        .orElseThrow();
  }
}
