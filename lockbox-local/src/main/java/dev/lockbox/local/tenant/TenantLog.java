package dev.lockbox.local.tenant;

import dev.lockbox.domain.Command;
import dev.lockbox.domain.CommandRefused;
import dev.lockbox.domain.Event;
import dev.lockbox.domain.ExclusionEvent;
import dev.lockbox.domain.GrantsEvent;
import dev.lockbox.domain.Recorded;
import dev.lockbox.domain.RequestEvent;
import dev.lockbox.domain.RolesEvent;
import dev.lockbox.domain.SessionEvent;
import dev.lockbox.domain.TenantEvent;
import dev.lockbox.domain.identity.CommandId;
import dev.lockbox.domain.identity.TenantId;
import dev.lockbox.domain.tenant.Tenant;
import dev.lockbox.events.codec.Formats;
import dev.lockbox.events.message.LoggedCommand;
import dev.lockbox.events.topic.Topics;
import dev.lockbox.local.intake.Publisher;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** One tenant's own part of the log: how it stands there, and what comes of a command. */
public final class TenantLog implements AutoCloseable {
  private final TenantId tenant;
  private final Formats formats;
  private final EventTail tail;
  private final Publisher publisher;
  private Tenant standing = Tenant.UNREGISTERED;

  /**
   * @param kafka settings of any Kafka client
   */
  public TenantLog(TenantId tenant, Map<String, Object> kafka, Formats formats) {
    this.tenant = tenant;
    this.formats = formats;
    this.tail = EventTail.of(tenant, kafka, formats.events());
    this.publisher = new Publisher(kafka);
  }

  /** The tenant as the log says it is now. */
  public Tenant standing() {
    for (var entry : tail.toEnd()) {
      standing = after(standing, entry.event());
    }
    return standing;
  }

  /** Appends the command and waits; empty when no verdict came within the limit. */
  public Optional<Recorded> verdictOn(Command command, Duration limit) throws InterruptedException {
    var id = new CommandId(UUID.randomUUID().toString());
    var logged = new LoggedCommand(id, command);
    var format = formats.commands();
    publisher.publish(
        format, logged, Optional.of(Topics.partitionOf(tenant, Topics.COMMANDS.partitions())));
    return tail.causedBy(id, limit);
  }

  @Override
  public void close() {
    publisher.close();
    tail.close();
  }

  private static Tenant after(Tenant standing, Event event) {
    return switch (event) {
      case TenantEvent ours -> Tenant.evolve(standing, ours);
      case RequestEvent aboutRequest -> standing;
      case GrantsEvent aboutGrants -> standing;
      case RolesEvent aboutRoles -> standing;
      case ExclusionEvent aboutNoRule -> standing;
      case SessionEvent aboutSessions -> standing;
      case CommandRefused changesNothing -> standing;
    };
  }
}
