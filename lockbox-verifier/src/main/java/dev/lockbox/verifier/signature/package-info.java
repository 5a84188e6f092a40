/**
 * What a customer's approvers sign, and whether they did: the same as the lockbox itself looks at,
 * looked at again where nobody need believe it. Knows no lease; imports jose and java.base. Start
 * at {@link dev.lockbox.verifier.signature.ApproverKey}.
 */
@NullMarked
package dev.lockbox.verifier.signature;

import org.jspecify.annotations.NullMarked;
