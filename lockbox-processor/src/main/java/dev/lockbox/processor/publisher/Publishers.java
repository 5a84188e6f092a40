package dev.lockbox.processor.publisher;

import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.TenantId;
import dev.lockbox.domain.signature.KeyId;
import dev.lockbox.events.message.Found;
import dev.lockbox.events.message.Headers;
import dev.lockbox.events.message.QuarantineCause;
import dev.lockbox.events.signing.Publication;
import dev.lockbox.events.signing.PublicationSignature;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The services that may publish on a topic. Where there is none, nobody need sign, and whoever may
 * write there is believed.
 */
public final class Publishers {
  public static final Publishers NOBODY = new Publishers(List.of());

  private final Map<PersonId, Publisher> byName = new HashMap<>();

  /**
   * @throws IllegalArgumentException when two have one name, or share a key, by which one could
   *     name itself the other
   */
  public Publishers(Collection<Publisher> all) {
    var holders = new HashMap<KeyId, PersonId>();
    for (var one : all) {
      if (byName.put(one.name(), one) != null) {
        throw new IllegalArgumentException("service %s is twice".formatted(one.name()));
      }
      for (var key : one.keys()) {
        var holder = holders.put(key.id(), one.name());
        if (holder != null) {
          throw new IllegalArgumentException(
              "key %s is of %s and of %s".formatted(key.id(), holder, one.name()));
        }
      }
    }
  }

  /** How many there are. */
  public int count() {
    return byName.size();
  }

  /** Whether what is published must be signed. */
  public boolean mustSign() {
    return !byName.isEmpty();
  }

  /**
   * The signature that a record must have, before anything is made of the rest of it.
   *
   * @param headers the values of all its headers of the name of {@link Headers#SIGNATURE}
   */
  public PublicationSignature signatureIn(List<byte[]> headers) throws NotBelieved {
    if (headers.isEmpty()) {
      throw new NotBelieved(
          QuarantineCause.UNSIGNED, "a header %s was expected".formatted(Headers.SIGNATURE));
    }
    return only(headers)
        .flatMap(PublicationSignature::in)
        .orElseThrow(
            () ->
                new NotBelieved(
                    QuarantineCause.FALSELY_SIGNED,
                    "one header %s was expected, with a key's id, a full stop and a signature"
                        .formatted(Headers.SIGNATURE)));
  }

  private static Optional<byte[]> only(List<byte[]> headers) {
    return headers.size() == 1 ? Optional.ofNullable(headers.getFirst()) : Optional.empty();
  }

  /**
   * Refuses what the service that it names did not sign, or signed for a customer whom it does not
   * serve. Whom it serves is looked at last, so that nobody is said to have reached for another's
   * customer on a stranger's word.
   *
   * @param found the record that was read
   * @param name whose it says it is
   * @param tenant of whom it speaks; empty for every customer there is
   */
  public void check(
      Found found, PersonId name, Optional<TenantId> tenant, PublicationSignature signature)
      throws NotBelieved {
    var publisher = byName.get(name);
    if (publisher == null) {
      throw new NotBelieved(
          QuarantineCause.UNKNOWN_SERVICE, "no service %s may publish".formatted(name));
    }
    var key = publisher.key(signature.key());
    if (key.isEmpty()) {
      throw new NotBelieved(
          QuarantineCause.FALSELY_SIGNED, "key %s is none of %s".formatted(signature.key(), name));
    }
    if (!signature.isOf(publication(found), key.get())) {
      throw new NotBelieved(
          QuarantineCause.FALSELY_SIGNED,
          "key %s of %s did not sign this".formatted(signature.key(), name));
    }
    var served = publisher.served();
    if (!tenant.map(served::includes).orElseGet(served::includesEverybody)) {
      var whom = tenant.map(TenantId::value).orElse("every customer");
      throw new NotBelieved(
          QuarantineCause.TENANT_NOT_SERVED, "%s does not serve %s".formatted(name, whom));
    }
  }

  /** Of a record that was read, which has both. */
  public static Publication publication(Found found) {
    return new Publication(
        found.topic(), Objects.requireNonNull(found.key()), Objects.requireNonNull(found.value()));
  }
}
