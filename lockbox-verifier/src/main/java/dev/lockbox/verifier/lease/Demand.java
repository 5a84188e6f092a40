package dev.lockbox.verifier.lease;

import dev.lockbox.verifier.jose.Malformed;
import dev.lockbox.verifier.signature.ApproverKey;
import java.util.Optional;
import java.util.TreeSet;

/**
 * By whose signatures a customer's grants are believed. What the lockbox says by itself opens
 * nothing then: not a grant that a rule made, nor one whose approvers did not sign.
 *
 * @param approvers whose keys the customer handed out
 * @param people how many of them must have signed; from 1 to as many as have keys
 * @param takesPseudonyms whether the engineer may stand under another name in what was signed,
 *     where the customer is shown engineers by pseudonyms. Who that is, is the lockbox's word then
 */
public record Demand(Approvers approvers, int people, boolean takesPseudonyms) {
  public Demand {
    if (people < 1 || people > approvers.people()) {
      throw new IllegalArgumentException(
          "people must be from 1 to the %s whose keys are pinned, were %s"
              .formatted(approvers.people(), people));
    }
  }

  /** That this many people signed, for an engineer who is named. */
  public Demand(Approvers approvers, int people) {
    this(approvers, people, false);
  }

  /**
   * Why the lease is none; empty where enough people signed. A key that is not pinned proves
   * nothing, and what is said to be signed by one is passed over. What is said to be signed by one
   * that is must be, and cover the lease: it is forged otherwise, whoever else signed.
   */
  Optional<Rejection> against(Lease lease) {
    var signed = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    for (var yes : lease.signed().yeses()) {
      var key = approvers.find(yes.key());
      if (key.isPresent()) {
        var rejection = against(lease, yes, key.get());
        if (rejection.isPresent()) {
          return rejection;
        }
        signed.add(yes.person());
      }
    }
    return signed.size() < people ? Optional.of(Rejection.NOT_SIGNED) : Optional.empty();
  }

  private Optional<Rejection> against(Lease lease, SignedYes yes, ApproverKey key) {
    if (!key.person().equals(yes.person()) || !key.signed(yes.payload(), yes.proof())) {
      return Optional.of(Rejection.FALSELY_SIGNED);
    }
    try {
      var decided = Decided.read(yes.payload());
      var read = lease.signed().read(decided.digest());
      if (!decided.isOf(lease.grant(), yes) || read.isEmpty() || !read.get().isOf(lease, this)) {
        return Optional.of(Rejection.SIGNED_OTHERWISE);
      }
      return read.get().covers(lease) && decided.less().covers(lease)
          ? Optional.empty()
          : Optional.of(Rejection.SIGNED_FOR_LESS);
    } catch (Malformed otherwise) {
      return Optional.of(Rejection.SIGNED_OTHERWISE);
    }
  }
}
