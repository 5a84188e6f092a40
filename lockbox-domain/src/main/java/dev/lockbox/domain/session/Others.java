package dev.lockbox.domain.session;

import dev.lockbox.domain.SessionCommand;
import dev.lockbox.domain.SessionCommand.EndSession;
import dev.lockbox.domain.SessionCommand.EnforceSessions;
import dev.lockbox.domain.SessionCommand.NoteActivity;
import dev.lockbox.domain.SessionCommand.OfAction;
import dev.lockbox.domain.SessionCommand.ReportDevice;
import dev.lockbox.domain.SessionCommand.StartSession;
import dev.lockbox.domain.TargetReport;
import dev.lockbox.domain.gateway.Device;
import dev.lockbox.domain.identity.DeviceId;
import dev.lockbox.domain.identity.EngineerId;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * What a customer's other engineers have to do with the device that a command names: they have a
 * session on it, or it was found wanting with them.
 *
 * @param sessions of each of them; as many as share one device
 */
public record Others(SortedMap<EngineerId, Sessions> sessions) {
  public static final Others NOBODY = new Others(Collections.emptySortedMap());

  public Others {
    sessions = Collections.unmodifiableSortedMap(new TreeMap<>(sessions));
  }

  /**
   * @param all whose sessions may bear on a device, with those whose do not and those of other
   *     customers; asked for only where the command names a device
   */
  public static Others of(
      SessionCommand command, Supplier<? extends Map<EngineerId, Sessions>> all) {
    return device(command).map(device -> of(command.engineer(), device, all.get())).orElse(NOBODY);
  }

  private static Others of(EngineerId engineer, DeviceId device, Map<EngineerId, Sessions> all) {
    var others = new TreeMap<EngineerId, Sessions>();
    all.forEach(
        (other, state) -> {
          if (other.tenant().equals(engineer.tenant())
              && !other.equals(engineer)
              && (state.isBarred(device) || state.isOpenOn(device))) {
            others.put(other, state);
          }
        });
    return new Others(others);
  }

  /** The one on which it depends, or which it is about. */
  private static Optional<DeviceId> device(SessionCommand command) {
    return switch (command) {
      case StartSession start -> start.connection().device().map(Device::id);
      case ReportDevice report -> Optional.of(report.device());
      case NoteActivity active -> Optional.empty();
      case OfAction told -> Optional.empty();
      case EndSession end -> Optional.empty();
      case TargetReport report -> Optional.empty();
      case EnforceSessions alarm -> Optional.empty();
    };
  }

  boolean isBarred(DeviceId device) {
    return sessions.values().stream().anyMatch(state -> state.isBarred(device));
  }
}
