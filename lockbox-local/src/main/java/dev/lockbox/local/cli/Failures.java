package dev.lockbox.local.cli;

import dev.lockbox.broker.BrokerFailed;
import dev.lockbox.broker.DirectoryInUse;
import dev.lockbox.broker.PortTaken;
import dev.lockbox.broker.registry.ApicurioMissing;
import dev.lockbox.broker.registry.RegistryFailed;
import dev.lockbox.events.admin.ClusterUnreachable;
import dev.lockbox.events.admin.UnsafeDeployment;
import dev.lockbox.events.codec.RegistryUnavailable;
import dev.lockbox.events.registry.SchemaRefused;
import dev.lockbox.local.client.ApiRefused;
import dev.lockbox.local.client.NoVerdict;
import dev.lockbox.local.data.NotRunning;
import dev.lockbox.local.intake.BadDocument;
import dev.lockbox.local.intake.NotAcknowledged;
import dev.lockbox.local.issuer.NoToken;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.kafka.common.KafkaException;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/**
 * The one place where a failure becomes a sentence and an exit code. What is foreseen is told in
 * one line; what is not, with its stack, because that is all there is to go by.
 */
final class Failures implements IExecutionExceptionHandler {
  private static final List<Class<? extends Exception>> FORESEEN =
      List.of(
          NotRunning.class,
          BadDocument.class,
          Refused.class,
          ApiRefused.class,
          NoVerdict.class,
          DirectoryInUse.class,
          PortTaken.class,
          BrokerFailed.class,
          ApicurioMissing.class,
          RegistryFailed.class,
          RegistryUnavailable.class,
          SchemaRefused.class,
          UnsafeDeployment.class,
          ClusterUnreachable.class,
          NotAcknowledged.class,
          NoToken.class,
          UncheckedIOException.class,
          KafkaException.class);

  @Override
  public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
    if (!isForeseen(failure)) {
      LoggerFactory.getLogger(Failures.class).error("unforeseen", failure);
    }
    command.getErr().println("lockbox: " + Sentence.of(failure));
    command.getErr().flush();
    return exitCode(failure);
  }

  private static boolean isForeseen(Exception failure) {
    return Sentence.isAboutSettings(failure)
        || FORESEEN.stream().anyMatch(type -> type.isInstance(failure));
  }

  private static int exitCode(Exception failure) {
    if (failure instanceof NotRunning) {
      return ExitCode.NOT_RUNNING;
    }
    return failure instanceof BadDocument ? ExitCode.USAGE : ExitCode.REFUSED;
  }
}
