package dev.lockbox.verifier.lease;

import dev.lockbox.verifier.jose.Json;
import dev.lockbox.verifier.jose.Json.Members;
import dev.lockbox.verifier.jose.Json.Nothing;
import dev.lockbox.verifier.jose.Malformed;
import dev.lockbox.verifier.signature.ApproverKey;
import dev.lockbox.verifier.signature.KeyKind;
import dev.lockbox.verifier.signature.RelyingParty;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The keys by which one customer's people are believed, by their ids: those that the customer
 * handed out, and no others, whatever the lockbox says.
 */
public final class Approvers {
  /** As many as a customer has. */
  public static final int KEYS_MAX = 1000;

  private final Map<String, ApproverKey> keys;

  private Approvers(Map<String, ApproverKey> keys) {
    this.keys = Map.copyOf(keys);
  }

  /**
   * @throws IllegalArgumentException when there are none or too many, or one is there twice
   */
  public static Approvers of(List<ApproverKey> pinned) {
    var keys = new HashMap<String, ApproverKey>();
    pinned.forEach(key -> keys.put(key.id(), key));
    if (keys.isEmpty() || pinned.size() > KEYS_MAX || keys.size() < pinned.size()) {
      throw new IllegalArgumentException(
          "1 to %s keys were expected, each once, were %s".formatted(KEYS_MAX, pinned.size()));
    }
    return new Approvers(keys);
  }

  /**
   * The keys of a document as the lockbox shows it ({@code
   * /.well-known/lockbox/{tenant}/approvers}), but for those that nobody has agreed to.
   *
   * @param utf8 as the customer looked through it, when the enforcement point was set up
   * @throws Malformed when it is none, one of its keys is not under its id, or none is left
   */
  public static Approvers parse(byte[] utf8) throws Malformed {
    var pinned = new ArrayList<ApproverKey>();
    for (var one : Json.object(utf8).items("keys")) {
      if (!(one instanceof Members key)) {
        throw new Malformed("a key was expected to be an object");
      }
      if (!(key.get("holdsFrom") instanceof Nothing)) {
        pinned.add(key(key));
      }
    }
    try {
      return of(pinned);
    } catch (IllegalArgumentException wrong) {
      throw new Malformed("1 to %s keys that hold were expected, each once".formatted(KEYS_MAX));
    }
  }

  private static ApproverKey key(Members told) throws Malformed {
    try {
      var key =
          new ApproverKey(
              told.text("person"),
              KeyKind.valueOf(told.text("kind")),
              told.bytes("spki"),
              party(told));
      if (key.id().equals(told.text("id"))) {
        return key;
      }
    } catch (IllegalArgumentException none) {
      throw new Malformed("a key of a kind that is known was expected");
    }
    throw new Malformed("the id of a key was expected to be SHA-256 of it");
  }

  private static Optional<RelyingParty> party(Members told) throws Malformed {
    if (told.get("passkey") instanceof Nothing) {
      return Optional.empty();
    }
    var passkey = told.members("passkey");
    return Optional.of(new RelyingParty(passkey.text("relyingParty"), passkey.text("origin")));
  }

  /** The key of this id; empty for one that is not believed. */
  public Optional<ApproverKey> find(String id) {
    return Optional.ofNullable(keys.get(id));
  }

  /** How many people they are of; names that differ in the case of letters are one person's. */
  int people() {
    var people = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    keys.values().forEach(key -> people.add(key.person()));
    return people.size();
  }
}
