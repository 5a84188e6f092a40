/**
 * Keys of approvers, and whether something is signed by one. Knows no request and no rule; imports
 * identity only. Start at {@link dev.lockbox.domain.signature.ApproverKey}.
 */
@NullMarked
package dev.lockbox.domain.signature;

import org.jspecify.annotations.NullMarked;
