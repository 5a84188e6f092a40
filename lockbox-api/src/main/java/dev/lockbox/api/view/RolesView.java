package dev.lockbox.api.view;

import dev.lockbox.domain.RolesCommand;
import dev.lockbox.domain.decision.Trail;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.RoleId;
import dev.lockbox.domain.identity.TenantId;
import dev.lockbox.domain.roles.Engineer;
import dev.lockbox.domain.roles.RoleState;
import dev.lockbox.events.codec.Stored;
import dev.lockbox.events.message.EngineerSnapshot;
import dev.lockbox.events.message.RoleSnapshot;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Optional;
import java.util.function.Function;

/** Reads what the log has said so far of the provider's roles and engineers; see {@link View}. */
@Singleton
public final class RolesView {
  private static final String ROLES = RoleSnapshot.PREFIX;
  private static final String ENGINEERS = EngineerSnapshot.PREFIX;

  private final ViewStores stores;
  private final InstantSource clock;

  RolesView(ViewStores stores, InstantSource clock) {
    this.stores = stores;
    this.clock = clock;
  }

  /** A role as a client reads it now; empty when there never was one. */
  public Optional<RoleJson> show(TenantId provider, RoleId role) {
    return find(provider, RoleSnapshot.key(role)).map(RolesView::role);
  }

  /** An engineer as a client reads them now; empty when nothing is known of them. */
  public Optional<EngineerJson> show(TenantId provider, PersonId engineer) {
    return find(provider, EngineerSnapshot.key(engineer)).map(this::engineer);
  }

  /** The engineer's manager; empty when nobody has said who that is. */
  public Optional<PersonId> managerOf(TenantId provider, PersonId engineer) {
    return engineer(provider, engineer).flatMap(Engineer::manager);
  }

  /**
   * Roles in the order of their ids.
   *
   * @param limit at most so many
   * @param after the id behind which they begin; empty for all
   */
  public Page<RoleJson> roles(TenantId provider, int limit, String after) {
    return page(provider, ROLES, limit, after, RolesView::role, RoleJson::id);
  }

  /** Engineers in the order of their ids; as {@link #roles}. */
  public Page<EngineerJson> engineers(TenantId provider, int limit, String after) {
    return page(provider, ENGINEERS, limit, after, this::engineer, EngineerJson::id);
  }

  /** What the role or the engineer remembers of attempts; empty when nothing is known of them. */
  public Optional<Trail> trail(RolesCommand command) {
    return switch (command) {
      case RolesCommand.OfRole ofRole ->
          find(command.tenant(), RoleSnapshot.key(ofRole.role()))
              .map(bytes -> Stored.ROLE.fromBytes(bytes).state())
              .map(RoleState::trail);
      case RolesCommand.OfEngineer theirs ->
          engineer(command.tenant(), theirs.engineer()).map(Engineer::trail);
    };
  }

  private Optional<Engineer> engineer(TenantId provider, PersonId engineer) {
    return find(provider, EngineerSnapshot.key(engineer))
        .map(bytes -> Stored.ENGINEER.fromBytes(bytes).state());
  }

  private static RoleJson role(byte[] bytes) {
    return RoleJson.of(Stored.ROLE.fromBytes(bytes));
  }

  private EngineerJson engineer(byte[] bytes) {
    return EngineerJson.of(Stored.ENGINEER.fromBytes(bytes), clock.instant());
  }

  private Optional<byte[]> find(TenantId provider, String key) {
    var store = stores.of(ViewStores.ROLES, provider);
    return Optional.ofNullable(store.get(Keys.roles(provider, key)));
  }

  private <T> Page<T> page(
      TenantId provider,
      String beginning,
      int limit,
      String after,
      Function<byte[], T> shown,
      Function<T, String> id) {
    var range = Keys.rolesAfter(provider, beginning, after);
    var items = new ArrayList<T>();
    try (var scan = stores.of(ViewStores.ROLES, provider).range(range.from(), range.to())) {
      while (scan.hasNext()) {
        items.add(shown.apply(scan.next().value));
        if (items.size() == limit && scan.hasNext()) {
          return new Page<>(items, Optional.of(id.apply(items.getLast())));
        }
      }
    }
    return new Page<>(items, Optional.empty());
  }
}
