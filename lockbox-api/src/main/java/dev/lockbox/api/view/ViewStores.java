package dev.lockbox.api.view;

import dev.lockbox.domain.identity.TenantId;
import java.util.List;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * The view's stores, as a reader gets at them. All are persistent and changelogged; how they are
 * keyed stands in {@link Keys}.
 *
 * <p>A reader sees what the fold has written, committed or not. Nothing untrue can be seen that
 * way: the fold reads committed events only and adds nothing of its own, so what a crash takes back
 * is written again, the same.
 */
public interface ViewStores {
  /** Where a request stands. */
  String REQUESTS = "view-requests";

  /** Requests by state and newest first; the values are empty. */
  String INDEX = "view-index";

  /**
   * Requests under which an engineer may do something, by engineer; the values are empty. Beside
   * them, under the customer alone, an empty value once all of the customer's are here: what was
   * folded before this was kept is not, until the next one is granted or ends.
   */
  String GRANTS = "view-grants";

  /** A request's history: each event as it stood on the topic. */
  String TIMELINE = "view-timeline";

  /** The sequence (8 bytes) of the newest verdict on an attempt at a request or at a customer. */
  String DECISIONS = "view-decisions";

  /** Registered tenants. */
  String TENANTS = "view-tenants";

  /** What freezes the grants of tenants that were frozen once. */
  String FREEZES = "view-freezes";

  /** The provider's roles and engineers. */
  String ROLES = "view-roles";

  /** Accesses that no approval covers. */
  String EXCLUSIONS = "view-exclusions";

  /**
   * The sequences at which anything happened to an exclusion; the values are empty. What was folded
   * before this was kept stands in {@link #HISTORY} only.
   */
  String EXCLUSION_EVENTS = "view-exclusion-events";

  /** Engineers' sessions at a customer, as they stand. */
  String ENGINEERS = "view-engineers";

  /** A pseudonym (UTF-8) of each engineer whom the provider gave one at a customer. */
  String PSEUDONYMS = "view-pseudonyms";

  /** For how long a customer's people granted access, by reason code; {@link UsualFolding}. */
  String USUAL = "view-usual";

  /**
   * The sequences (8 bytes each) at which a session began and ended, 0 where it has not; without a
   * session, the sequence at which its request's use was summed up.
   */
  String SESSIONS = "view-sessions";

  /** What engineers did at a customer, newest first: each event as it stood on the topic. */
  String ACTIVITY = "view-activity";

  /**
   * A customer's events in their sequence: 0 and the id of the request in whose timeline one
   * stands, or 1 and the event as it stood on the topic.
   */
  String HISTORY = "view-history";

  /**
   * The sequences at which a customer's people, plan, rules or keys changed; the values are empty.
   */
  String CHANGES = "view-changes";

  /**
   * A customer's events in the order of their times; the values are empty. Beside them, under the
   * customer alone, the sequence (8 bytes) of the first that is kept here: what was folded before
   * this was kept stands in {@link #HISTORY} only.
   */
  String TIMES = "view-times";

  /** What was said of subscriptions in requests that the customer is shown. */
  String SUBSCRIPTIONS = "view-subscriptions";

  /** The last sequence folded (8 bytes), written after everything else that its event changes. */
  String SEQUENCES = "view-sequences";

  List<String> ALL =
      List.of(
          REQUESTS,
          INDEX,
          GRANTS,
          TIMELINE,
          DECISIONS,
          TENANTS,
          FREEZES,
          ROLES,
          EXCLUSIONS,
          EXCLUSION_EVENTS,
          ENGINEERS,
          PSEUDONYMS,
          USUAL,
          SESSIONS,
          ACTIVITY,
          HISTORY,
          CHANGES,
          TIMES,
          SUBSCRIPTIONS,
          SEQUENCES);

  /**
   * The part of a store that holds this tenant.
   *
   * @throws org.apache.kafka.streams.errors.InvalidStateStoreException while it is elsewhere, being
   *     restored, or closed
   */
  ReadOnlyKeyValueStore<Bytes, byte[]> of(String store, TenantId tenant);

  /** How Kafka Streams keeps one. */
  static StoreBuilder<KeyValueStore<Bytes, byte[]>> builder(String store) {
    return Stores.keyValueStoreBuilder(
            Stores.persistentKeyValueStore(store), Serdes.Bytes(), Serdes.ByteArray())
        .withCachingDisabled();
  }
}
