/**
 * How an enforcement point holds a grant: for a minute at a time, by a lease that the lockbox
 * signs, and no longer when nobody renews it. Imports java.base only. Start at {@link
 * dev.lockbox.verifier.lease.Leases}.
 */
@NullMarked
package dev.lockbox.verifier.lease;

import org.jspecify.annotations.NullMarked;
