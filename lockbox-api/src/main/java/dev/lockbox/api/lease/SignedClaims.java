package dev.lockbox.api.lease;

import dev.lockbox.api.view.SignedJson;
import dev.lockbox.api.view.SignedYes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who signed that the grant may stand, so that a gateway need not take it from the lockbox. Bytes
 * are in base64url without padding.
 *
 * @param signed each yes, in the order in which they were said
 * @param digested what the digests that were signed are of, each once
 */
record SignedClaims(List<Map<String, @Nullable Object>> signed, List<String> digested) {
  /**
   * Of both together. The most that rules ask for are twelve yeses, of passkeys some 14,000
   * characters; what they read takes about as much as the grant. With the largest grant that is
   * within what a gateway takes for a lease.
   */
  static final int CHARS_MAX = 120 * 1024;

  SignedClaims {
    signed = List.copyOf(signed);
    digested = List.copyOf(digested);
  }

  /** The first of them, as far as there is room. */
  static SignedClaims of(List<SignedYes> yeses) {
    var signed = new ArrayList<Map<String, @Nullable Object>>();
    var digested = new LinkedHashSet<String>();
    var chars = 0;
    for (var yes : yeses) {
      var claim = claim(yes);
      var read = yes.digested().octets().base64Url();
      chars += chars(claim) + (digested.contains(read) ? 0 : read.length());
      if (chars > CHARS_MAX) {
        break;
      }
      signed.add(claim);
      digested.add(read);
    }
    return new SignedClaims(signed, List.copyOf(digested));
  }

  private static Map<String, @Nullable Object> claim(SignedYes yes) {
    var shown = SignedJson.of(yes.signed());
    var claim = new LinkedHashMap<String, @Nullable Object>();
    claim.put("person", yes.signed().by().actor().value());
    claim.put("key", shown.key());
    claim.put("payload", shown.payload());
    claim.put("signature", shown.signature());
    claim.put("authenticatorData", shown.authenticatorData());
    claim.put("clientData", shown.clientData());
    return claim;
  }

  private static int chars(Map<String, @Nullable Object> claim) {
    return claim.toString().length();
  }
}
