package dev.lockbox.processor.publisher;

import dev.lockbox.domain.signature.VerifyingKey;
import dev.lockbox.events.message.Found;
import dev.lockbox.events.message.QuarantineCause;
import dev.lockbox.events.signing.Publication;
import dev.lockbox.events.signing.PublicationSignature;
import dev.lockbox.events.signing.SigningKey;
import java.util.List;
import java.util.Optional;

/**
 * The keys of the processors themselves, which tell one another by lockbox.activity whose seat on a
 * gateway is taken. All of them hold the same.
 *
 * @param own signs what is told; empty where nothing need be signed
 * @param others are believed beside it: the one before it, and the one to come; at most {@value
 *     #OTHERS_MAX}
 */
public record OwnKeys(Optional<SigningKey> own, List<VerifyingKey> others) {
  public static final OwnKeys NONE = new OwnKeys(Optional.empty(), List.of());
  public static final int OTHERS_MAX = 8;

  public OwnKeys {
    others = List.copyOf(others);
    if (others.size() > OTHERS_MAX) {
      throw new IllegalArgumentException(
          "other keys must be at most %s, were %s".formatted(OTHERS_MAX, others.size()));
    }
  }

  /** What the header of a record of its own says; empty where it does not sign. */
  public Optional<PublicationSignature> sign(Publication publication) {
    return own.map(key -> key.sign(publication));
  }

  /** Refuses what no processor signed. */
  public void check(Found found, PublicationSignature signature) throws NotBelieved {
    var publication = Publishers.publication(found);
    var isOurs =
        own.map(SigningKey::key).filter(key -> signature.isOf(publication, key)).isPresent()
            || others.stream().anyMatch(key -> signature.isOf(publication, key));
    if (!isOurs) {
      throw new NotBelieved(
          QuarantineCause.FALSELY_SIGNED,
          "key %s is none of the processors, or did not sign this".formatted(signature.key()));
    }
  }
}
