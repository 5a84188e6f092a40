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
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * What others have to do with the device that a command names: a customer's other engineers have a
 * session on it, or it was found wanting with them; or it was found wanting whoever uses it.
 *
 * @param sessions of each of these engineers; as many as share one device
 * @param isBarredEverywhere whether it was found wanting for every customer
 */
public record Others(SortedMap<EngineerId, Sessions> sessions, boolean isBarredEverywhere) {
  public static final Others NOBODY = new Others(Collections.emptySortedMap(), false);

  public Others {
    sessions = Collections.unmodifiableSortedMap(new TreeMap<>(sessions));
  }

  /** Where nothing is known of any device for every customer. */
  public static Others of(
      SessionCommand command, Supplier<? extends Map<EngineerId, Sessions>> all) {
    return of(command, all, device -> false);
  }

  /**
   * @param all whose sessions may bear on a device, with those whose do not and those of other
   *     customers; asked for only where the command names a device
   * @param barred whether a device was found wanting for every customer
   */
  public static Others of(
      SessionCommand command,
      Supplier<? extends Map<EngineerId, Sessions>> all,
      Predicate<DeviceId> barred) {
    return device(command)
        .map(device -> of(command.engineer(), device, all.get(), barred.test(device)))
        .orElse(NOBODY);
  }

  private static Others of(
      EngineerId engineer,
      DeviceId device,
      Map<EngineerId, Sessions> all,
      boolean isBarredEverywhere) {
    var others = new TreeMap<EngineerId, Sessions>();
    all.forEach(
        (other, state) -> {
          if (other.tenant().equals(engineer.tenant())
              && !other.equals(engineer)
              && (state.isBarred(device) || state.isOpenOn(device))) {
            others.put(other, state);
          }
        });
    return new Others(others, isBarredEverywhere);
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
    return isBarredEverywhere
        || sessions.values().stream().anyMatch(state -> state.isBarred(device));
  }
}
