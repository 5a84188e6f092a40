package dev.lockbox.verifier.lease;

import dev.lockbox.verifier.jose.Json;
import dev.lockbox.verifier.jose.Json.Members;
import dev.lockbox.verifier.jose.Malformed;
import dev.lockbox.verifier.signature.Sha256;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The yeses of a grant that were signed, as the lockbox says.
 *
 * @param yeses in the order in which they were said; none where nobody signed
 * @param digested what the approvers read, by its digest (SHA-256, in hexadecimal)
 */
public record Signed(List<SignedYes> yeses, Map<String, byte[]> digested) {
  /** More than rules can ask for, of which the most are three stages of four people. */
  public static final int YESES_MAX = 64;

  /** Nothing: so says a lockbox that knows of no signatures. */
  public static final Signed NONE = new Signed(List.of(), Map.of());

  public Signed {
    yeses = List.copyOf(yeses);
    digested = Map.copyOf(digested);
  }

  static Signed read(Members claims) throws Malformed {
    if (!claims.all().containsKey("signed")) {
      return NONE;
    }
    var yeses = new ArrayList<SignedYes>();
    for (var one : bounded(claims.items("signed"))) {
      if (!(one instanceof Members yes)) {
        throw new Malformed("a yes was expected to be an object");
      }
      yeses.add(SignedYes.read(yes));
    }
    var digested = new HashMap<String, byte[]>();
    for (var one : bounded(claims.items("digested"))) {
      var bytes = one.bytes();
      digested.put(Sha256.hex(bytes), bytes);
    }
    return new Signed(yeses, digested);
  }

  private static List<Json> bounded(List<Json> items) throws Malformed {
    if (items.size() > YESES_MAX) {
      throw new Malformed("at most %s yeses were expected".formatted(YESES_MAX));
    }
    return items;
  }

  /**
   * What has this digest; empty where it was not told.
   *
   * @throws Malformed when it is no request
   */
  Optional<Digested> read(String digest) throws Malformed {
    var bytes = digested.get(digest);
    return bytes == null ? Optional.empty() : Optional.of(Digested.read(bytes));
  }
}
