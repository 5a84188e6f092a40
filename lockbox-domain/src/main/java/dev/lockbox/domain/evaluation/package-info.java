/**
 * What the provider's side says and knows of a request, and the provider's own checks of it: {@link
 * dev.lockbox.domain.evaluation.Details} as the JIT service states them, {@link
 * dev.lockbox.domain.evaluation.Facts} as intake knew them, and what was found. Imports identity
 * and time.
 */
@NullMarked
package dev.lockbox.domain.evaluation;

import org.jspecify.annotations.NullMarked;
